package nl.meldspoor.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which cases wait at a consumer and why, and how they go on: {@code ./meldspoor parked}, {@code release} and {@code resend}. */
final class ParkedCases {

    /** Of both consumers: case, why, the first sequence that waits, since when, how many records wait. */
    private static final Map<Database, String> WAITING = Map.of(
            Database.REPORTING,
            """
            select p.case_id, p.parked_reason, p.last_sequence + 1, date_trunc('second', p.parked_since),
                   (select count(*) from parked_record r where r.case_id = p.case_id)
              from case_progress p
             where p.parked_reason is not null
             order by p.parked_since, p.case_id
             limit 1000
            """,
            Database.NOTIFICATIONS,
            """
            select p.case_id, p.parked, p.last_sequence + 1, date_trunc('second', p.parked_since),
                   (select count(*) from held_record r where r.case_id = p.case_id)
              from case_progress p
             where p.parked is not null
             order by p.parked_since, p.case_id
             limit 1000
            """);

    private static final List<Database> CONSUMERS = List.of(Database.REPORTING, Database.NOTIFICATIONS);

    private final EmbeddedPostgres postgres;

    ParkedCases(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** One line per waiting case. */
    String list() throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (Database consumer : CONSUMERS) {
            try (Connection connection = postgres.connect(consumer, consumer.ownerRole());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(WAITING.get(consumer))) {
                while (rows.next()) {
                    lines.append(rows.getString(1))
                            .append("  ")
                            .append(consumer.service())
                            .append("  ")
                            .append(rows.getString(2))
                            .append(" at ")
                            .append(rows.getLong(3))
                            .append(", since ")
                            .append(rows.getString(4))
                            .append(", ")
                            .append(rows.getLong(5))
                            .append(" records wait\n");
                }
            }
        }
        return lines.isEmpty() ? "No case waits.\n" : lines.toString();
    }

    /** Both consumers forget the case, and the store sends it again: the store is what is true. */
    String release(UUID caseId) throws SQLException {
        StringBuilder lines = new StringBuilder();
        long events = events(caseId);
        for (Database consumer : CONSUMERS) {
            try (Connection connection = postgres.connect(consumer, consumer.ownerRole());
                    var release = connection.prepareStatement("select meldspoor_release(?)")) {
                release.setObject(1, caseId);
                try (var rows = release.executeQuery()) {
                    rows.next();
                    lines.append(consumer.service())
                            .append(rows.getBoolean(1) ? " reads the case anew.\n" : " never heard of the case.\n");
                }
            }
        }
        return lines.append(askFor(caseId, events)).toString();
    }

    /** The store sends the case again: what a consumer misses comes, what it has it drops. */
    String resend(UUID caseId) throws SQLException {
        return askFor(caseId, events(caseId));
    }

    private long events(UUID caseId) throws SQLException {
        try (Connection connection = postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var count = connection.prepareStatement("select count(*) from case_event where case_id = ?")) {
            count.setObject(1, caseId);
            try (var rows = count.executeQuery()) {
                rows.next();
                long events = rows.getLong(1);
                if (events == 0) {
                    throw new CannotStart("The case-service has no case " + caseId + ": nothing was changed.");
                }
                return events;
            }
        }
    }

    private String askFor(UUID caseId, long events) throws SQLException {
        try (Connection connection = postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var resend = connection.prepareStatement("select meldspoor_resend(?)")) {
            resend.setObject(1, caseId);
            resend.executeQuery().close();
            return "case-service sends its " + events + " events again.\n";
        }
    }
}
