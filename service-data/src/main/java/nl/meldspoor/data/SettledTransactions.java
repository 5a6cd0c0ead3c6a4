package nl.meldspoor.data;

/**
 * Up to which transaction everything is settled: what a reader in the order of transactions may read without anything appearing behind it.
 * The numbers of transactions are those of the whole cluster, so a transaction of another database that runs is looked past, for it can
 * write nothing here. A running one is taken to be of this database unless it is seen, still running, to be of another.
 */
public final class SettledTransactions {

    /**
     * SQL, an {@code xid8}: what is below it has ended. It may be lower than it was a moment ago. For the statement that reads the rows, whose
     * snapshot it must share; that statement must be alone in its transaction, for PostgreSQL shows one picture of its activity per
     * transaction, and go to a primary.
     */
    public static final String ALL_BELOW =
            """
            (select coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot()))
               from pg_snapshot_xip(pg_current_snapshot()) as running
              where not exists (
                    select from pg_stat_activity a
                     where a.backend_xid = running::xid
                       and a.datid <> (select d.oid from pg_database d where d.datname = current_database())))""";

    private SettledTransactions() {}
}
