/**
 * {@code /cases/{id}}: how a case went, entry by entry: what was known when, what each entry changed and by which rule, and whether the
 * record is whole. Everything comes from the case-service, with the visitor's own token.
 */
package nl.meldspoor.reporting.web.replay;
