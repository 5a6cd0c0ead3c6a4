/**
 * Extracts of a case: what may leave it on paper or as a file, for whom, in the order its reader asks for it. They keep apart what the
 * Leidraad keeps apart (002 p. 135): the client file names no staff, the personnel file never the reporter, the board sees the whole.
 *
 * <p>From the outside in: {@link nl.meldspoor.cases.history.extracts.ExtractKind} says what each kind may show;
 * {@link nl.meldspoor.cases.history.extracts.ClientFile} and its neighbours compose a
 * {@link nl.meldspoor.cases.history.extracts.Extract}, pure; {@link nl.meldspoor.cases.history.extracts.ExtractPdf} prints it.
 */
package nl.meldspoor.cases.history.extracts;
