package nl.meldspoor.cases.log;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.relay.Cursor;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.data.SettledTransactions;

/**
 * Reads what becomes the next leaves, in the order of the relay: of the current epoch only what is older than every running transaction, so
 * that nothing can appear behind the reader. Reads no more of an event than its place and its hash.
 */
final class NextLeaves {

    private static final String NEXT =
            """
            select e.epoch, e.transaction_id::text as transaction_id, e.position, e.organisation, e.case_id, e.sequence, e.hash
            from case_event e
            where (e.epoch, e.transaction_id, e.position) > ($1, $2::text::xid8, $3)
              and (e.transaction_id < %s
                   or e.epoch < (select i.epoch from store_identity i))
            order by e.epoch, e.transaction_id, e.position
            limit $4
            """.formatted(SettledTransactions.ALL_BELOW);

    private final CasesDatabase database;

    NextLeaves(CasesDatabase database) {
        this.database = database;
    }

    /**
     * An event on its way into the log.
     *
     * @param hash its chain hash
     */
    record Next(Cursor cursor, String organisation, UUID caseId, long sequence, byte[] hash) {}

    List<Next> after(Cursor cursor, int limit) {
        List<Next> next = new ArrayList<>();
        for (Row row : database.query(
                NEXT, cursor.epoch(), Long.toUnsignedString(cursor.transactionId()), cursor.position(), limit)) {
            next.add(new Next(
                    new Cursor(row.getInteger("epoch"), Long.parseUnsignedLong(row.getString("transaction_id")), row.getLong("position")),
                    row.getString("organisation"),
                    row.getUUID("case_id"),
                    row.getLong("sequence"),
                    row.getBuffer("hash").getBytes()));
        }
        return next;
    }
}
