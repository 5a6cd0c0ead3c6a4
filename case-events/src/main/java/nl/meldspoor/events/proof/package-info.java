/**
 * What a case is proved with: the canonical form of an event and the chain of hashes. Pure, so that a verifier can use it without any
 * service or database.
 */
package nl.meldspoor.events.proof;
