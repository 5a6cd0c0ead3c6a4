package nl.meldspoor.events;

/** To whom was reported; under the Wmo the municipal supervisor. */
public enum IGJAuthority {
    IGJ,
    WMO_SUPERVISOR,
    BOTH
}
