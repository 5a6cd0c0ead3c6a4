/** The statistics page: figures that name nobody, for the councils and the yearly report. */
package nl.meldspoor.reporting.web.statistics;
