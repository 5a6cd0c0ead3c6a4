/** The other two services, asked with the visitor's own access token: who may see what is decided there, every time. */
package nl.meldspoor.reporting.web.peers;
