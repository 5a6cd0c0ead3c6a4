package nl.meldspoor.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.About;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ClientIdentity;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.history.CaseReach;

/** Commands for tests, told shortly. Who acts is {@link #USER}; all in one organisation. */
public final class Commands {

    public static final String ORGANISATION = "de-linde";
    public static final String USER = "planted.username";
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final PersonRefs REFS = new PersonRefs(new byte[32]);

    private Commands() {}

    public static Actor actor() {
        return Actor.person(USER, REFS.person(ORGANISATION, USER), List.of("professional"));
    }

    public static CaseOpened opened(Route route, String clientReference) {
        boolean meldcode = route == Route.MELDCODE;
        return new CaseOpened(route, new ClientIdentity(clientReference, "Planted Clientname", null), ClientRole.CARE_RECEIVER,
                meldcode ? Framework.VENVN : null, meldcode ? "nurse" : null, "Team Oost", Sector.VVT, LegalFramework.WLZ,
                meldcode ? "noord" : null, null, null, null, null);
    }

    public static SignalRecorded signal(String description) {
        return new SignalRecorded(Instant.parse("2026-03-01T20:00:00Z"), Perception.SEEN, Direction.CONFIRMS, List.of(Form.PHYSICAL),
                About.CARE_RECEIVER, description, null, null, SignalSource.OWN, null, false, null, null, null);
    }

    public static CaseReach reach(Route route) {
        String me = actor().personRef();
        return new CaseReach(route, CaseReach.CaseStatus.OPEN, "Team Oost", route == Route.MELDCODE ? "noord" : null, me, me, List.of(),
                List.of(), List.of("excluded \"ref\"", "other\\ref"), CaseReach.AccusedState.NONE, List.of(), false, List.of("noord"), Map.of());
    }

    public static NewEvent event(CaseEvent data) {
        return new NewEvent(Uuid7.at(NOW), data, null, null, List.of(), null);
    }

    /** Opens a case on the MELDCODE route. */
    public static AppendRequest open(UUID caseId) {
        return request(caseId, Expected.noCase(), List.of(event(opened(Route.MELDCODE, "ECD-" + caseId))));
    }

    /** Records a signal on the case as it was read. */
    public static AppendRequest record(StoredCase on, String description) {
        return request(on.caseId(), on.expected(), List.of(event(signal(description))));
    }

    public static AppendRequest request(UUID caseId, Expected expected, List<NewEvent> events) {
        return new AppendRequest(ORGANISATION, caseId, expected, events, actor(), reach(Route.MELDCODE), List.of(), UUID.randomUUID(),
                null, UUID.randomUUID(), null, null, NOW);
    }

    /** The same command under an Idempotency-Key. */
    public static AppendRequest under(IdempotencyClaim claim, AppendRequest r) {
        return new AppendRequest(r.organisation(), r.caseId(), r.expected(), r.events(), r.actor(), r.reach(), r.lookups(),
                r.commandId(), claim, r.correlationId(), r.causationId(), r.traceparent(), r.now());
    }
}
