package nl.meldspoor.cases.seal;

/** The master key is missing or another one than the keys were wrapped with. The service must not start. */
public final class WrongMasterKey extends RuntimeException {

    public WrongMasterKey(String message) {
        super(message, null, false, false);
    }
}
