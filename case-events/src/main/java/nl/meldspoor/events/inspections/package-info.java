/** What is published of an auditor who opens the content of a case. */
package nl.meldspoor.events.inspections;
