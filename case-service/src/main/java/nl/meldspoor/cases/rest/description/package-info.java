/** The description of the REST API beyond what the resources say themselves: every entry with its own path and schema. */
package nl.meldspoor.cases.rest.description;
