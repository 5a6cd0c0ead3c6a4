package nl.meldspoor.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.cases.history.ToldEvent;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.ChildCheckDone;
import nl.meldspoor.events.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an older build stored reads as the newest version, and stays in the store as it is: its hash still holds. */
class OlderVersionIT {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void aStoredEventOfVersionOneReadsAsTheNewest() {
        // given: as it is stored now, and as a build stored it before version 2
        UUID caseId = UUID.randomUUID();
        store.events().append(Commands.open(caseId));
        ChildCheckDone check = new ChildCheckDone(LocalDate.parse("2026-03-01"), true, List.of(4), Answer.YES, Answer.NO, true);
        store.events().append(new AppendRequest("de-linde", caseId, store.events().load(caseId).orElseThrow().expected(),
                List.of(new NewEvent(UUID.randomUUID(), check, null, null, List.of(), null)),
                Commands.actor(), Commands.reach(Route.MELDCODE), List.of(), UUID.randomUUID(), null, UUID.randomUUID(), null,
                null, Commands.NOW.plusSeconds(5)));
        StoredEvent now = store.events().load(caseId).orElseThrow().events().getLast();
        StoredEvent old = asVersionOne(now);

        // then
        assertThat(now.schemaVersion()).isEqualTo(2);
        assertThat(old.recorded().data()).isEqualTo(now.recorded().data());
        assertThat(ToldEvent.closed(old).toJson().at("/data/assessmentNeeded").asBoolean()).isTrue();
        assertThat(ToldEvent.closed(old).toJson().get("schemaVersion").asInt()).isEqualTo(2);
        // what the hash covers is what is stored
        assertThat(old.canonical().toString()).doesNotContain("assessmentNeeded");
        assertThat(old.facts().has("assessmentNeeded")).isFalse();
    }

    private static StoredEvent asVersionOne(StoredEvent e) {
        var facts = e.facts().deepCopy();
        facts.remove("assessmentNeeded");
        return new StoredEvent(
                e.position(), e.epoch(), e.transactionId(), e.eventId(), e.organisation(), e.caseId(), e.sequence(), e.type(), 1,
                e.occurredAt(), e.recordedAt(), e.actor(), e.personRef(), e.roles(), e.onBehalfOf(), e.onBehalfOfRef(),
                e.commandId(), e.ordinal(), e.correlationId(), e.causationId(), e.deviatedFrom(), facts, e.sealed(),
                e.traceparent(), e.previousHash(), e.hash());
    }
}
