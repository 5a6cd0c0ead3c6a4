package nl.meldspoor.cases.store;

/**
 * The store cannot be asked now: PostgreSQL does not answer, or it is not the cluster we know and nothing may be served. Nothing was
 * stored. Outside: 503.
 */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String reason) {
        super(reason, null, false, false);
    }

    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
