package nl.meldspoor.cases.rest;

import static nl.meldspoor.cases.rest.Told.byProfessional;
import static nl.meldspoor.cases.rest.Told.open;
import static nl.meldspoor.cases.rest.Told.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.store.EventStore;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.Test;

/** Between finding the case within reach and recording on it the case may move on: then reach is asked again. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ReachAndEntryIT {

    @Inject
    EntryRecording recording;

    @Inject
    EventStore store;

    @Inject
    PersonRefs refs;

    private EntryRecording.Outcome record(UUID caseId, long reachedAt, EntryRecording.Reaching again) {
        var caller = new Caller(
                "de-linde-professional", Optional.of("de-linde"), Set.of("Team Oost"), Optional.empty(), Set.of(Role.PROFESSIONAL), Optional.empty());
        var entry = EntryReader.read(
                EventType.SIGNAL_RECORDED, Route.MELDCODE, JsonBody.object(signal().getBytes(StandardCharsets.UTF_8)), recording.now());
        var how = new Instructions(Optional.empty(), OptionalLong.empty(), false, false, Language.NL, Trace.of(null), "POST");
        return recording.record(
                Acting.of(caller, "de-linde", null, refs), caseId, EventType.SIGNAL_RECORDED, entry, how, at(caseId, reachedAt), again);
    }

    private EntryRecording.Within at(UUID caseId, long version) {
        return new EntryRecording.Within(version, store.load(caseId, version).orElseThrow().headHash(), "OPENED_OR_HANDLES", null);
    }

    @Test
    void whoLostTheCaseMeanwhileRecordsNothing() {
        // given: found at version 1, and the case is at 2
        var id = UUID.fromString(open(byProfessional(), "MELDCODE"));
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        // when, then
        assertThatThrownBy(() -> record(id, 1, () -> {
                    throw ProblemException.notFound();
                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("404");
        byProfessional().get("/v1/cases/" + id).then().body("version", is(2));
    }

    @Test
    void whoStillReachesTheCaseRecordsOnTheVersionHeReaches() {
        var id = UUID.fromString(open(byProfessional(), "MELDCODE"));
        byProfessional().body(signal()).post("/v1/cases/" + id + "/signals").then().statusCode(201);

        var outcome = record(id, 1, () -> at(id, 2));

        assertThat(outcome).isInstanceOf(EntryRecording.Stored.class);
        byProfessional().get("/v1/cases/" + id).then().body("version", is(3));
    }
}
