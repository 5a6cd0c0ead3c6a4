/** {@code /inbox}: what waits for whoever looks, as it arrives, and how he wants to hear of it. */
package nl.meldspoor.reporting.web.inbox;
