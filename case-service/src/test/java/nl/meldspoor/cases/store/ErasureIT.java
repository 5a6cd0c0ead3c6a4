package nl.meldspoor.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.cases.seal.Opened;
import nl.meldspoor.events.CaseErased;
import nl.meldspoor.events.ErasablePerson;
import nl.meldspoor.events.ErasureGround;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.PersonKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.proof.HashChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an erasure on record takes: at once nothing opens it, soon no key is left, and the chain stays whole. */
class ErasureIT {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private final List<UUID> forgotten = new ArrayList<>();

    private Erasure erasure() {
        return new Erasure(store.database(), new KeyTable(store.database()), List.of(store.seal()::forget, forgotten::add));
    }

    private static UUID caseWithASignal() {
        UUID caseId = UUID.randomUUID();
        var opening = Commands.open(caseId);
        append(new AppendRequest(opening.organisation(), caseId, opening.expected(), opening.events(), opening.actor(), opening.reach(),
                List.of(new Lookup(Lookup.CLIENT_REFERENCE, UUID.randomUUID().toString())), opening.commandId(), null,
                opening.correlationId(), null, null, opening.now()));
        append(Commands.record(store.events().load(caseId).orElseThrow(), "what was seen"));
        return caseId;
    }

    private static void append(AppendRequest request) {
        assertThat(store.events().append(request)).isInstanceOf(AppendResult.Appended.class);
    }

    /** On record only, as when the service dies right after it. */
    private static void recordErasure(UUID caseId) {
        append(Commands.request(caseId, store.events().load(caseId).orElseThrow().expected(), List.of(
                Commands.event(new CaseErased("because", 20, null, ErasureGround.REASON_GIVEN)))));
    }

    private static List<Opened> opened(UUID caseId) {
        return store.seal().open(Commands.ORGANISATION, caseId, store.events().load(caseId).orElseThrow().events());
    }

    private static List<Object> keys(UUID caseId) {
        return store.rows("select kind from keys.data_key where subject = '" + caseId + "' order by kind").stream()
                .map(row -> row.get("kind"))
                .toList();
    }

    private static long lookups(UUID caseId) {
        return store.number("select count(*) from case_lookup where case_id = '" + caseId + "'");
    }

    private static boolean isWhole(UUID caseId) {
        return HashChain.firstBroken(store.events().load(caseId).orElseThrow().events().stream()
                        .map(e -> new HashChain.Link(e.sequence(), e.previousHash(), e.canonical().text(), e.hash()))
                        .toList())
                .isEmpty();
    }

    @Test
    void fromTheMomentItIsOnRecordNothingOpensItAlthoughTheKeysAreStillThere() {
        // given
        UUID caseId = caseWithASignal();
        assertThat(opened(caseId).getLast().parts()).isNotEmpty();

        // when
        recordErasure(caseId);

        // then
        assertThat(keys(caseId)).contains("CLIENT", "STAFF");
        assertThat(opened(caseId).subList(0, 2)).allSatisfy(event -> {
            assertThat(event.parts()).isEmpty();
            assertThat(event.userName()).isNull();
        });
        assertThat(opened(caseId).getLast().parts()).containsOnlyKeys(PersonKind.ORGANISATION);
    }

    @Test
    void whatACrashLeftUndoneTheSweepDoes() {
        // given
        UUID caseId = caseWithASignal();
        recordErasure(caseId);

        // when
        erasure().sweep();

        // then
        assertThat(keys(caseId)).containsExactly("ORGANISATION");
        assertThat(lookups(caseId)).isZero();
        assertThat(forgotten).contains(caseId);
        assertThat(isWhole(caseId)).isTrue();
        assertThat(opened(caseId).getLast().parts().get(PersonKind.ORGANISATION).path("reason").asText()).isEqualTo("because");
        assertThat(opened(caseId).getLast().userName()).isEqualTo(Commands.USER);
    }

    @Test
    void aSweepThatFailsHalfWayIsFinishedByTheNext() {
        // given
        UUID caseId = caseWithASignal();
        recordErasure(caseId);
        var failing = new Erasure(store.database(), new KeyTable(store.database()), List.of(id -> {
            throw new IllegalStateException("planted");
        }));
        assertThatThrownBy(() -> failing.carryOut(caseId)).hasMessage("planted");
        assertThat(keys(caseId)).contains("CLIENT");

        // when
        erasure().sweep();

        // then
        assertThat(keys(caseId)).containsExactly("ORGANISATION");
    }

    @Test
    void aKeyThatARefusedEntryMadeAnewIsSweptToo() {
        // given: somebody decided just before the erasure and seals just after it
        UUID caseId = caseWithASignal();
        var decidedBefore = Commands.record(store.events().load(caseId).orElseThrow(), "too late");
        recordErasure(caseId);
        erasure().carryOut(caseId);

        // when
        var late = store.events().append(decidedBefore);

        // then
        assertThat(late).isInstanceOf(AppendResult.Conflict.class);
        erasure().sweep();
        assertThat(keys(caseId)).containsExactly("ORGANISATION");
    }

    @Test
    void otherCasesKeepTheirKeys() {
        UUID caseId = caseWithASignal();
        UUID other = caseWithASignal();
        recordErasure(caseId);

        erasure().carryOut(other);
        erasure().carryOut(caseId);

        assertThat(keys(other)).contains("CLIENT", "STAFF");
        assertThat(lookups(other)).isOne();
        assertThat(opened(other).getLast().parts()).containsKey(PersonKind.CLIENT);
    }

    @Test
    void theDataOfOnePersonGoAloneAndWhatIsToldOfHimLaterCanBeOpened() {
        // given: on a care relation case who opens it and tells a signal may be its reporter
        UUID caseId = UUID.randomUUID();
        append(onCareRelation(caseId, Expected.noCase(), Commands.event(Commands.opened(Route.CARE_RELATION, "ECD-" + caseId)), Map.of()));
        append(onCareRelation(caseId, expected(caseId), Commands.event(told("a neighbour")), Map.of()));

        // when
        append(onCareRelation(caseId, expected(caseId), Commands.event(new PersonErased(ErasablePerson.REPORTER, "on request")), Map.of(PersonKind.REPORTER, 3L)));
        append(onCareRelation(caseId, expected(caseId), Commands.event(told("a nurse")), Map.of(PersonKind.REPORTER, 3L)));
        erasure().carryOut(caseId);

        // then
        assertThat(keys(caseId)).containsExactlyInAnyOrder("CLIENT", "ORGANISATION", "REPORTER@3");
        var opened = opened(caseId);
        assertThat(opened.get(1).parts()).containsOnlyKeys(PersonKind.CLIENT);
        assertThat(opened.get(1).userName()).isNull();
        assertThat(opened.get(3).userName()).isEqualTo(Commands.USER);
        assertThat(opened.get(3).parts().get(PersonKind.REPORTER).path("sourceDetails").asText()).isEqualTo("a nurse");
        assertThat(isWhole(caseId)).isTrue();
    }

    private static Expected expected(UUID caseId) {
        return store.events().load(caseId).orElseThrow().expected();
    }

    private static SignalRecorded told(String by) {
        SignalRecorded s = Commands.signal("what was seen");
        return new SignalRecorded(s.observedAt(), s.perception(), s.direction(), s.forms(), s.about(), s.description(), null, null, s.source(), by,
                false, null, null, null);
    }

    private static AppendRequest onCareRelation(UUID caseId, Expected expected, NewEvent event, Map<PersonKind, Long> erasedAt) {
        CaseReach reach = Commands.reach(Route.CARE_RELATION);
        AppendRequest request = Commands.request(caseId, expected, List.of(event));
        return new AppendRequest(request.organisation(), caseId, expected, request.events(), request.actor(),
                new CaseReach(reach.route(), reach.status(), reach.unit(), reach.region(), reach.openedByRef(), reach.handlerRef(), reach.receivedByRefs(),
                        reach.assignedRefs(), reach.excludedRefs(), reach.accusedState(), reach.accusedRefs(), reach.crimeSuspicion(), reach.meldingRegions(), erasedAt),
                List.of(), request.commandId(), null, request.correlationId(), null, null, request.now());
    }
}
