/** Who may see and do what, decided in the query, and the record of who did. */
package nl.meldspoor.cases.access;
