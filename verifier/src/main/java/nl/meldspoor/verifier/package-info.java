/**
 * Checks what {@code GET /v1/cases/{id}/proof} answered without any service, database or key of Meldspoor: whether the chain is whole, the
 * head is the expected one, a signed checkpoint stands behind it, and whether that goes on from a checkpoint somebody kept.
 */
package nl.meldspoor.verifier;
