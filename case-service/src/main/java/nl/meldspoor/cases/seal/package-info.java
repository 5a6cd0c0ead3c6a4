/**
 * Sealing: personal content is stored under a key of the case and of the person it is about, wrapped by the master key. Knows where keys
 * are kept only as {@link nl.meldspoor.cases.seal.WrappedKeys}.
 */
package nl.meldspoor.cases.seal;
