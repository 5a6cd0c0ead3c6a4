/** The weighing frameworks of the professions: question texts as data, with their source and version. */
package nl.meldspoor.events.frameworks;
