/** Figures of an organisation. Every figure is a query over rows per case, so that none can drift. */
package nl.meldspoor.reporting.dashboard;
