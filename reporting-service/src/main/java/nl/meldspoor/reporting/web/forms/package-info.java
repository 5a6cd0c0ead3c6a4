/** Forms that keep what was typed, say what is wrong beside the field, and store nothing twice. */
package nl.meldspoor.reporting.web.forms;
