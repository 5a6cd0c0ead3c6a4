/**
 * From the topic {@code meldspoor.case-events} to rows: records come in batches, each case is put in order
 * ({@link nl.meldspoor.reporting.projection.CaseInOrder}), folded
 * ({@link nl.meldspoor.reporting.projection.CaseRows}) and written, a batch in one transaction. Records may come twice,
 * late or never: twice changes nothing, and a gap or a fork parks that case alone.
 */
package nl.meldspoor.reporting.projection;
