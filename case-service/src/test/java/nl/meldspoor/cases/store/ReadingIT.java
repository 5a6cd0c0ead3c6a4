package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.open;
import static nl.meldspoor.cases.store.Commands.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases as they are and as they were, heads by a ready query, and the access log. */
class ReadingIT {

    private static final Instant MORNING = Commands.NOW;
    private static StoreFixture store;
    private static UUID caseId;

    @BeforeAll
    static void aCaseOfThreeEvents() {
        store = StoreFixture.start();
        caseId = UUID.randomUUID();
        AppendRequest opening = open(caseId);
        store.events().append(new AppendRequest(opening.organisation(), caseId, opening.expected(), opening.events(), opening.actor(),
                opening.reach(), List.of(new Lookup(Lookup.CLIENT_REFERENCE, "hash-" + caseId)), opening.commandId(), null,
                opening.correlationId(), null, null, MORNING));
        for (int hour = 1; hour <= 2; hour++) {
            AppendRequest r = record(store.events().load(caseId).orElseThrow(), "hour " + hour);
            store.events().append(new AppendRequest(r.organisation(), caseId, r.expected(), r.events(), r.actor(), r.reach(), r.lookups(),
                    r.commandId(), null, r.correlationId(), null, null, MORNING.plusSeconds(3_600L * hour)));
        }
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void aCaseAsOfAVersion() {
        assertThat(store.events().load(caseId, 2).orElseThrow().version()).isEqualTo(2);
        assertThat(store.events().load(caseId, 3).orElseThrow()).isEqualTo(store.events().load(caseId).orElseThrow());
        assertThat(store.events().load(caseId, 4)).isEmpty();
        assertThat(store.events().load(caseId, 0)).isEmpty();
        assertThat(store.events().load(UUID.randomUUID(), 1)).isEmpty();
    }

    @Test
    void aCaseAsItWasRecordedAtAMoment() {
        assertThat(store.events().load(caseId, MORNING.minusSeconds(1))).isEmpty();
        assertThat(store.events().load(caseId, MORNING).orElseThrow().version()).isEqualTo(1);
        assertThat(store.events().load(caseId, MORNING.plusSeconds(3_600)).orElseThrow().version()).isEqualTo(2);
        assertThat(store.events().load(caseId, MORNING.plusSeconds(9_999)).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void aPageOfEvents() {
        assertThat(store.events().events(caseId, 1, 1)).extracting(StoredEvent::sequence).containsExactly(2L);
        assertThat(store.events().events(caseId, 0, 10)).hasSize(3);
        assertThat(store.events().events(caseId, 3, 10)).isEmpty();
    }

    @Test
    void whatWasRecordedIsKnownWithoutAKeyAndOpenedWithOne() {
        // given
        StoredEvent signal = store.events().events(caseId, 1, 1).getFirst();

        // when
        var opened = store.seal().open("de-linde", caseId, List.of(signal)).getFirst();

        // then
        assertThat(signal.recorded().sealedMembers()).containsExactly("description");
        assertThat(opened.parts().get(PersonKind.CLIENT).path("description").asText()).isEqualTo("hour 1");
        assertThat(opened.userName()).isEqualTo(Commands.USER);
        assertThat(signal.actor().boxes()).extracting("person").containsExactly(PersonKind.STAFF);
    }

    @Test
    void theOpenerOfACareRelationCaseIsSealedAsReporter() {
        // given
        UUID other = UUID.randomUUID();
        AppendRequest r = Commands.request(other, Expected.noCase(), List.of(Commands.event(Commands.opened(Route.CARE_RELATION, "x"))));
        store.events().append(new AppendRequest(r.organisation(), other, r.expected(), r.events(), r.actor(), Commands.reach(Route.CARE_RELATION),
                List.of(), r.commandId(), null, r.correlationId(), null, null, MORNING));

        // when
        StoredEvent opened = store.events().load(other).orElseThrow().events().getFirst();

        // then
        assertThat(opened.actor().boxes()).extracting("person").containsExactly(PersonKind.REPORTER);
        assertThat(store.seal().open("de-linde", other, List.of(opened)).getFirst().userName()).isEqualTo(Commands.USER);
    }

    @Test
    void theHeadFollowsTheCase() {
        // when
        CaseHead head = store.heads().find(caseId).orElseThrow();

        // then
        StoredCase whole = store.events().load(caseId).orElseThrow();
        assertThat(head)
                .isEqualTo(new CaseHead(caseId, "de-linde", 3, whole.headHash(), Instant.parse("2026-03-02T09:00:00.123Z"),
                        Instant.parse("2026-03-02T11:00:00.123Z"), Commands.reach(Route.MELDCODE)));
        assertThat(store.heads().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void headsAreFoundByAReadyQuery() {
        // given
        HeadQuery byClient = new HeadQuery("""
                where h.organisation = $1
                  and exists (select from case_lookup l where l.case_id = h.case_id and l.kind = $2 and l.hash = $3)
                  and not (h.excluded_refs && $4::text[])
                order by h.changed_at desc, h.case_id
                limit $5
                """, List.of("de-linde", Lookup.CLIENT_REFERENCE, "hash-" + caseId, List.of("nobody"), 10));

        // when
        List<CaseHead> found = store.heads().find(byClient);
        List<CaseHead> excluded = store.heads().find(new HeadQuery(
                byClient.tail(), List.of("de-linde", Lookup.CLIENT_REFERENCE, "hash-" + caseId, List.of("other\\ref"), 10)));

        // then
        assertThat(found).extracting(CaseHead::caseId).containsExactly(caseId);
        assertThat(excluded).isEmpty();
    }

    @Test
    void theAccessLogSaysWhoLookedAndKeepsNoNamesInTheClear() {
        // given
        Actor integration = new Actor("ecd", "ref-ecd", List.of("integration"), "dr. planted", "ref-planted");
        AccessEntry read = new AccessEntry(UUID.randomUUID(), MORNING.truncatedTo(java.time.temporal.ChronoUnit.MILLIS), "de-linde", caseId,
                Commands.actor(), "READ", "events", "OWN_CASE", 1L, 3L, "DONE", UUID.randomUUID());
        AccessEntry onBehalf = new AccessEntry(UUID.randomUUID(), read.at(), "de-linde", caseId, integration, "READ", "case", "OWN_CASE",
                null, null, "DONE", UUID.randomUUID());
        AccessEntry search = new AccessEntry(UUID.randomUUID(), read.at(), "de-linde", null, Commands.actor(), "SEARCH", "cases", "OWN_CASE",
                null, null, "DONE", UUID.randomUUID());

        // when
        store.accessLog().record(List.of(read, onBehalf, search));
        store.accessLog().record(List.of(read));

        // then
        List<AccessLog.Line> lines = store.accessLog().of("de-linde", caseId, 0, 10);
        assertThat(lines).extracting(AccessLog.Line::entry).containsExactly(read, onBehalf);
        assertThat(store.accessLog().of("de-linde", caseId, lines.getFirst().position(), 10)).hasSize(1);
        assertThat(store.rows("select encode(person, 'escape') as p, person_ref from access_log")
                        .toString())
                .doesNotContain("planted");
    }
}
