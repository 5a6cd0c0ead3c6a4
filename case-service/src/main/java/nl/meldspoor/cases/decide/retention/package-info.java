/** How long the content of a case is kept, and why. Pure. */
package nl.meldspoor.cases.decide.retention;
