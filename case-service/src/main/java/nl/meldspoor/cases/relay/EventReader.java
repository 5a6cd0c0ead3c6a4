package nl.meldspoor.cases.relay;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.cases.store.EventRows;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.data.SettledTransactions;

/**
 * Reads the store in an order in which nothing can appear behind the reader: of the current epoch only what is older than every running
 * transaction of this database, sorted by transaction, then position. Earlier epochs have no running transactions and are read whole.
 */
final class EventReader {

    private static final String NEXT = "select " + EventRows.COLUMNS + """
            from case_event e
            where (e.epoch, e.transaction_id, e.position) > ($1, $2::text::xid8, $3)
              and (e.transaction_id < %s
                   or e.epoch < (select i.epoch from store_identity i))
            order by e.epoch, e.transaction_id, e.position
            limit $4
            """.formatted(SettledTransactions.ALL_BELOW);

    private final CasesDatabase database;

    EventReader(CasesDatabase database) {
        this.database = database;
    }

    List<StoredEvent> after(Cursor cursor, int limit) {
        List<StoredEvent> events = new ArrayList<>();
        for (Row row : database.query(
                NEXT, cursor.epoch(), Long.toUnsignedString(cursor.transactionId()), cursor.position(), limit)) {
            events.add(EventRows.read(row));
        }
        return events;
    }
}
