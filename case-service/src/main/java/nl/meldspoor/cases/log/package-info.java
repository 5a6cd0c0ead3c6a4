/**
 * The Merkle log over all events of an organisation and its signed checkpoints, so that whoever kept one checkpoint sees every later
 * rewrite or truncation. What it proves and what not: docs/proof.md.
 */
package nl.meldspoor.cases.log;
