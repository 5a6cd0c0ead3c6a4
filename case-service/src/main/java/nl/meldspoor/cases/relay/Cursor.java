package nl.meldspoor.cases.relay;

/** How far a reader is in the order of the store: everything up to and with this was read. */
public record Cursor(int epoch, long transactionId, long position) {

    public static final Cursor START = new Cursor(0, 0, 0);
}
