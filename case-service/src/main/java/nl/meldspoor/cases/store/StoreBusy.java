package nl.meldspoor.cases.store;

/** So many commands wait to be stored that this one was not taken. Nothing was stored; trying again in a moment helps. Outside: 503. */
public final class StoreBusy extends RuntimeException {

    public StoreBusy(String reason) {
        super(reason, null, false, false);
    }
}
