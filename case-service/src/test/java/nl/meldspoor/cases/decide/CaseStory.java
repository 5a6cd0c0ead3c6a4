package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Deadline;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.ObligationState;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.OpenOrMet;
import nl.meldspoor.events.history.Step;
import nl.meldspoor.events.history.Steps;

/** {@code given(what happened so far).when(entry).then…}: a case told in entries, folded from facts alone, as the store does. */
public final class CaseStory {

    public static final UUID CASE = UUID.fromString("0198f0c2-0000-7000-8000-000000000001");
    /** What cases carry beside the story a test tells, from the opening, the internal report, the judgement or the closing. */
    private static final Set<String> CARRIED = Set.of(
            "OB-CHILDCHECK",
            "OB-CARECHECK",
            "OB-SAFETY-PLAN",
            "OB-HELP",
            "OB-EVALUATE",
            "OB-CRIME-CHECK",
            "OB-SUPPORT",
            "OB-INFORM-CLIENT",
            "OB-INFORM-OUTCOME",
            "OB-IGJ-CONFIRMATION",
            "OB-AFTERCARE");

    private static final Instant FIRST_RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    /** Who records, where nothing else is said. */
    public static final String RECORDER = "recorder";

    /** The one who leads, in these stories. */
    public static final String SUPERVISOR = "supervisor";

    public static final Refs REFS = new Refs() {
        @Override
        public WhoActs acting() {
            return who(RECORDER);
        }

        @Override
        public String person(String userName) {
            return "person:" + userName;
        }

        @Override
        public String accused(String userName) {
            return "accused:" + userName;
        }
    };

    private final CaseHistory history;
    private final String acting;

    private CaseStory(CaseHistory history, String acting) {
        this.history = history;
        this.acting = acting;
    }

    private static WhoActs who(String acting) {
        return new WhoActs("person:" + acting, acting.equals(SUPERVISOR));
    }

    private static Refs refs(String acting) {
        return new Refs() {
            @Override
            public WhoActs acting() {
                return who(acting);
            }

            @Override
            public String person(String userName) {
                return REFS.person(userName);
            }

            @Override
            public String accused(String userName) {
                return REFS.accused(userName);
            }
        };
    }

    /** A case opened and these entries accepted, one after the other. */
    public static CaseStory given(Draft opening, Draft... entries) {
        Decision decision = Decider.open(command(opening, 1, null, RECORDER));
        CaseStory story = new CaseStory(
                CaseHistory.of(List.of(recorded(((Decision.Accepted) decision).events().getFirst(), 1, RECORDER))), RECORDER);
        return story.and(entries);
    }

    public CaseStory and(Draft... entries) {
        CaseStory story = this;
        for (Draft entry : entries) {
            story = story.when(entry).thenRecorded();
        }
        return story;
    }

    /** What came on record without today's rules being asked, such as under an older version of them. */
    public CaseStory onRecord(Draft... entries) {
        CaseStory story = this;
        for (Draft entry : entries) {
            long sequence = story.history.version() + 1;
            Command command = command(entry, sequence, null, acting);
            Proposed proposed = new Proposed(
                    Derived.members(story.history, command), null, null, List.of(), command.happened().asMoment());
            story = new CaseStory(story.history.with(recorded(proposed, sequence, acting)), acting);
        }
        return story;
    }

    public CaseHistory history() {
        return history;
    }

    /** The same case with somebody else at work. */
    public CaseStory as(String user) {
        return new CaseStory(history, user);
    }

    /** Asks to record an entry. */
    public Asked when(Draft entry) {
        return new Asked(entry, Decider.decide(history, command(entry, history.version() + 1, null, acting)));
    }

    /** Asks to record an entry and says why it went differently. */
    public Asked whenDeviating(Draft entry) {
        return new Asked(entry, Decider.decide(history, command(entry, history.version() + 1, "waarom het anders ging", acting)));
    }

    private static Command command(Draft draft, long sequence, String deviation, String acting) {
        return new Command(
                EventType.of(draft.entry()),
                draft.entry(),
                null,
                deviation,
                FIRST_RECORDED.plusSeconds(sequence),
                Entries.idOfEntry(sequence),
                refs(acting));
    }

    private static RecordedEvent recorded(Proposed proposed, long sequence, String acting) {
        EventType type = EventType.of(proposed.data());
        CaseEvent facts = EventJson.read(type, EventJson.facts(proposed.data()));
        var sealed = EventJson.sealedMembers(
                EventJson.sealed(proposed.data(), proposed.note(), proposed.deviation()).values());
        return new RecordedEvent(
                new UUID(1, sequence),
                CASE,
                sequence,
                proposed.occurredAt(),
                FIRST_RECORDED.plusSeconds(sequence),
                "person:" + acting,
                null,
                proposed.deviatedFrom(),
                facts,
                sealed);
    }

    // -- what the case shows ---------------------------------------------------------------------------------------------------------

    /** All that is open, apart from {@link #CARRIED}, unless it is named. */
    public CaseStory thenOpen(String... obligations) {
        assertThat(Obligations.open(history))
                .extracting(OpenOrMet::id)
                .filteredOn(id -> !CARRIED.contains(id) || List.of(obligations).contains(id))
                .containsExactlyInAnyOrder(obligations);
        return this;
    }

    /** Every single one that is open. */
    public CaseStory thenOpenInAll(String... obligations) {
        assertThat(Obligations.open(history)).extracting(OpenOrMet::id).containsExactlyInAnyOrder(obligations);
        return this;
    }

    public CaseStory thenMet(String... obligations) {
        assertThat(Obligations.of(history).stream().filter(o -> !o.isOpen()))
                .extracting(OpenOrMet::id)
                .filteredOn(id -> !CARRIED.contains(id) || List.of(obligations).contains(id))
                .containsExactlyInAnyOrder(obligations);
        return this;
    }

    public CaseStory thenNeverArose(String obligation) {
        assertThat(Obligations.of(history)).extracting(OpenOrMet::id).doesNotContain(obligation);
        return this;
    }

    public CaseStory thenObligation(String id, ObligationState state, long since) {
        OpenOrMet found = obligation(id);
        assertThat(found.state()).isEqualTo(state);
        assertThat(found.since()).isEqualTo(since);
        return this;
    }

    public OpenOrMet obligation(String id) {
        return Obligations.of(history).stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    public List<Deadline> deadlines(String today) {
        return Deadlines.of(history, LocalDate.parse(today));
    }

    public Step step(int number) {
        return Steps.of(history).get(number - 1);
    }

    public Guidance guidance() {
        return Guidance.of(history, EnumSet.allOf(EventType.class), who(acting));
    }

    /** The newest event. */
    public CaseEvent newest() {
        return history.events().getLast().data();
    }

    /** The answer to an entry. */
    public final class Asked {
        private final Draft entry;
        private final Decision decision;

        private Asked(Draft entry, Decision decision) {
            this.entry = entry;
            this.decision = decision;
        }

        public Decision decision() {
            return decision;
        }

        public List<String> refusedBy() {
            return decision instanceof Decision.Refused refused
                    ? refused.refusals().stream().map(r -> r.rule().id()).toList()
                    : List.of();
        }

        public CaseStory thenRecorded() {
            assertThat(refusedBy()).as("%s after %d events", entry.entry(), history.version()).isEmpty();
            List<RecordedEvent> events = new ArrayList<>(history.events());
            for (Proposed proposed : ((Decision.Accepted) decision).events()) {
                events.add(recorded(proposed, events.size() + 1L, acting));
            }
            return new CaseStory(CaseHistory.of(events), acting);
        }

        public CaseStory thenRecordedDeviatingFrom(String... rules) {
            CaseStory next = thenRecorded();
            assertThat(next.history.events().getLast().deviatedFrom()).containsExactly(rules);
            return next;
        }

        public void thenRefusedBy(String... rules) {
            assertThat(refusedBy()).containsExactly(rules);
        }

        public void thenRefusedAsOpen(String... obligations) {
            assertThat(((Decision.Refused) decision).refusals().stream()
                            .filter(r -> r.rule().id().equals("CLO-1"))
                            .flatMap(r -> r.open().stream()))
                    .containsExactly(obligations);
        }
    }
}
