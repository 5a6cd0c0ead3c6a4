/** What is kept how long: the setting of an organisation, and the list of what goes when and why. */
package nl.meldspoor.cases.retention;
