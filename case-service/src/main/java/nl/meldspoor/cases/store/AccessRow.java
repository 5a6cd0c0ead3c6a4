package nl.meldspoor.cases.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * A line of the access log as it is stored.
 *
 * @param person sealed user name
 * @param onBehalfOf sealed user name of the person an integration acted for, or null
 */
record AccessRow(AccessEntry entry, byte[] person, byte[] onBehalfOf) {

    /** As a write of these events. */
    AccessRow about(long first, long last) {
        AccessEntry e = entry;
        return new AccessRow(
                new AccessEntry(
                        e.entryId(), e.at(), e.organisation(), e.caseId(), e.actor(), e.action(), e.what(), e.ground(), first, last,
                        e.outcome(), e.correlationId()),
                person,
                onBehalfOf);
    }

    static void addTo(Columns<AccessRow> columns) {
        columns.uuid(of(AccessEntry::entryId))
                .add(of(AccessRow::at), OffsetDateTime[]::new)
                .text(of(AccessEntry::organisation))
                .uuid(of(AccessEntry::caseId))
                .text(of(e -> e.actor().personRef()))
                .bytes(AccessRow::person)
                .text(of(e -> e.actor().onBehalfOfRef()))
                .bytes(AccessRow::onBehalfOf)
                .texts(of(AccessRow::roles))
                .text(of(AccessEntry::action))
                .text(of(AccessEntry::what))
                .text(of(AccessEntry::ground))
                .number(of(AccessEntry::firstSequence))
                .number(of(AccessEntry::lastSequence))
                .text(of(AccessEntry::outcome))
                .uuid(of(AccessEntry::correlationId));
    }

    private static <T> Function<AccessRow, T> of(Function<AccessEntry, T> value) {
        return row -> value.apply(row.entry());
    }

    private static OffsetDateTime at(AccessEntry entry) {
        Instant at = entry.at();
        return at.atOffset(ZoneOffset.UTC);
    }

    private static List<String> roles(AccessEntry entry) {
        return entry.actor().roles();
    }
}
