package nl.meldspoor.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.Decider;
import nl.meldspoor.cases.decide.Decision;
import nl.meldspoor.cases.decide.Refs;
import nl.meldspoor.cases.decide.WhoActs;
import nl.meldspoor.cases.history.OpenObligations;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.events.About;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ClientIdentity;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;

/** A case of a thousand entries: deciding on it, and reading it as of any point. */
final class Reading {

    private static final int ENTRIES = 1_000;
    private static final int WARM_UP = 4;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Running running;
    private final Options options;

    Reading(Running running, Options options) {
        this.running = running;
        this.options = options;
    }

    List<Figure> figures() {
        var decided = decide();
        var service = running.start(Database.CASES, Map.of("MELDSPOOR_RELAY_ENABLED", "false"));
        var token = running.tokens().person("de-linde-professional", "professional");
        var location = running.post(service, "/v1/cases", token, Bodies.opening("MELDCODE")).headers().firstValue("Location").orElseThrow();
        var signal = HttpLoad.request("POST", location + "/signals", token, Bodies.signal(), "Prefer: return=minimal");
        new HttpLoad(service, 16, () -> signal, 201, 0).run(Duration.ofMinutes(5), ENTRIES - 1).sound();
        return List.of(decided, asOf(service, location, token), printed(service, location, token));
    }

    /** As the service does for every command: decide, fold on, and derive what the head keeps. */
    private Figure decide() {
        var history = CaseHistory.of(events());
        var command = new Command(EventType.SIGNAL_RECORDED, signal(), null, null, NOW, UUID.randomUUID(), refs());
        var taken = new ArrayList<long[]>();
        for (var run = -WARM_UP; run < options.runs(); run++) {
            var nanos = new long[500];
            for (var i = 0; i < nanos.length; i++) {
                var from = System.nanoTime();
                var decision = Decider.decide(history, command);
                if (!(decision instanceof Decision.Accepted)) {
                    throw new IllegalStateException("expected a signal to be accepted, but was " + decision);
                }
                var after = history.with(recorded(ENTRIES + 1L, signal()));
                CaseReach.of(after);
                OpenObligations.of(after);
                nanos[i] = System.nanoTime() - from;
            }
            if (run >= 0) {
                taken.add(nanos);
            }
        }
        return Figure.usually("decide on a case of 1,000 entries", 5, "", taken);
    }

    private Figure asOf(URI service, String location, String token) {
        var random = ThreadLocalRandom.current();
        var load = new HttpLoad(
                service, 1, () -> HttpLoad.request("GET", location + "?version=" + random.nextInt(1, ENTRIES + 1), token, ""), 200, 0);
        load.run(options.each()).sound();
        var taken = new ArrayList<long[]>();
        for (var run = 0; run < options.runs(); run++) {
            taken.add(new HttpLoad(
                            service, 1, () -> HttpLoad.request("GET", location + "?version=" + random.nextInt(1, ENTRIES + 1), token, ""), 200, 0)
                    .run(options.each())
                    .sound()
                    .nanos());
        }
        return Figure.usually("a case of 1,000 events as of any point, over HTTP", 20, "", taken);
    }

    /** The first print after a start, too: nobody prints often enough for it to be warm. */
    private Figure printed(URI service, String location, String token) {
        var millis = new ArrayList<Double>();
        for (var run = 0; run < options.runs(); run++) {
            var from = System.nanoTime();
            running.text(service, location + "/extracts/client-file", token, "application/pdf");
            millis.add((System.nanoTime() - from) / 1e6);
        }
        return Figure.within("the client file of 1,000 entries as PDF, over HTTP", 5_000, "", millis);
    }

    private static List<RecordedEvent> events() {
        var events = new ArrayList<RecordedEvent>();
        events.add(recorded(1, new CaseOpened(
                Route.MELDCODE, new ClientIdentity(null, null, null), ClientRole.CARE_RECEIVER, Framework.VENVN, "nurse", "Team Oost", Sector.VVT,
                LegalFramework.WLZ, "noord", null, null, null, null)));
        for (var sequence = 2L; sequence <= ENTRIES; sequence++) {
            events.add(recorded(sequence, signal()));
        }
        return events;
    }

    private static final UUID CASE = UUID.randomUUID();

    private static RecordedEvent recorded(long sequence, CaseEvent data) {
        return new RecordedEvent(UUID.randomUUID(), CASE, sequence, NOW, NOW, "me", null, List.of(), data, Set.of("description"));
    }

    private static SignalRecorded signal() {
        return new SignalRecorded(
                NOW, Perception.SEEN, Direction.CONFIRMS, List.of(Form.PHYSICAL), About.CARE_RECEIVER, null, null, null, SignalSource.OWN, null, false,
                null, null, null);
    }

    private static Refs refs() {
        return new Refs() {
            @Override
            public WhoActs acting() {
                return new WhoActs("me", false);
            }

            @Override
            public String person(String userName) {
                return userName;
            }

            @Override
            public String accused(String userName) {
                return userName;
            }
        };
    }
}
