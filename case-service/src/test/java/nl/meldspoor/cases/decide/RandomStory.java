package nl.meldspoor.cases.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.CareCheckDone;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.HandoverAnswered;
import nl.meldspoor.events.HelpEvaluated;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Entry;
import nl.meldspoor.terms.AmsterdamDay;

/**
 * A case told in entries drawn from the whole catalogue of its route, in any order, by several people: what is accepted is recorded, what
 * is refused leaves no trace. Entries are made from the shapes of their records, so that an entry added to the catalogue is drawn too. One
 * seed per entry makes a failure repeatable.
 */
final class RandomStory {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<String> PEOPLE = List.of(CaseStory.RECORDER, "colleague", "another", CaseStory.SUPERVISOR);
    /** Adds nothing but an end: drawn seldom, or most cases would be closed most of the time. */
    private static final int CLOSING_IS_DRAWN_ONE_IN = 4;

    private CaseStory story;

    private RandomStory(CaseStory story) {
        this.story = story;
    }

    static CaseStory told(Route route, List<Long> seeds) {
        Draft opening = route == Route.MELDCODE ? Entries.meldcode() : Entries.careRelation();
        Random beginning = new Random(seeds.getFirst());
        for (EventShape.Member member : EventShape.of(opening.entry().getClass()).members()) {
            if (member.kind() == EventShape.Kind.ENUM && !member.name().equals("route") && member.requiredOn(route)) {
                opening = opening.but(member.name(), one(member.type().getEnumConstants(), beginning));
            }
        }
        RandomStory random = new RandomStory(CaseStory.given(opening));
        seeds.forEach(seed -> random.next(new Random(seed)));
        return random.story;
    }

    /** What people record of what happened. How the organisation keeps the record itself ends or freezes a case, and is told elsewhere. */
    static List<EventType> drawn(Route route) {
        return Arrays.stream(EventType.values())
                .filter(t -> t != EventType.CASE_OPENED && t.isEntry() && !EventType.KEEPING.contains(t))
                .filter(t -> t.routes().contains(route))
                .toList();
    }

    private void next(Random random) {
        List<EventType> drawn = drawn(story.history().route());
        EventType type = drawn.get(random.nextInt(drawn.size()));
        if (type == EventType.CASE_CLOSED && random.nextInt(CLOSING_IS_DRAWN_ONE_IN) > 0) {
            return;
        }
        Draft entry = new Draft(type == EventType.ENTRY_CORRECTED ? correction(random) : (CaseEvent) value(type.record(), random));
        CaseStory teller = story.as(who(entry.entry(), random));
        CaseStory.Asked asked = teller.when(entry);
        if (!asked.refusedBy().isEmpty()) {
            asked = teller.whenDeviating(entry);
        }
        if (asked.refusedBy().isEmpty()) {
            story = asked.thenRecorded();
        }
    }

    /** Offers are mostly answered by who was asked, or hand-overs would never come about. */
    private String who(CaseEvent entry, Random random) {
        if (entry instanceof HandoverAnswered answer && random.nextInt(4) > 0) {
            return story.history().handovers().stream()
                    .filter(h -> h.data().handoverId().equals(answer.handoverId()) && h.data().toRef() != null)
                    .map(h -> h.data().toRef().substring("person:".length()))
                    .findFirst()
                    .orElse(CaseStory.RECORDER);
        }
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    /** Mostly of something that is there, by an entry of the same kind. */
    private CaseEvent correction(Random random) {
        CaseHistory history = story.history();
        int corrects = 1 + random.nextInt((int) history.version() + 1);
        Optional<CaseEvent> replacement = history.recorded(corrects)
                .map(corrected -> corrected.data().getClass())
                .filter(kind -> kind != EventType.ENTRY_CORRECTED.record() && corrects > 1 && random.nextInt(3) > 0)
                .map(kind -> (CaseEvent) value(kind, random));
        return Entries.correction(corrects, replacement.map(Draft::new).orElse(null)).entry();
    }

    private Object value(Class<?> record, Random random) {
        EventShape shape = EventShape.of(record);
        Instant happened = START.plus(Duration.ofHours(random.nextInt(24 * 20)));
        Object[] values = shape.members().stream()
                .map(m -> m.derived() || (mayBeLeftOut(record, m) && random.nextInt(3) == 0) ? null : value(m, happened, random))
                .toArray();
        return shape.create(values);
    }

    /** Some members are asked for together with others: who leaves them out is told so before anything is decided. */
    private static boolean mayBeLeftOut(Class<?> record, EventShape.Member member) {
        return member.mayBeAbsent()
                && !(record == IGJResponseReceived.class && member.name().equals("dueOn"))
                && !(record == HelpEvaluated.class && member.name().equals("evaluateOn"))
                && !(record == CareCheckDone.class && member.name().equals("caregiverLoad"));
    }

    private Object value(EventShape.Member member, Instant happened, Random random) {
        if (member.constant() != null) {
            return member.constant();
        }
        if (member.userName() != null && member.kind() == EventShape.Kind.TEXT) {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
        if (member.kind() == EventShape.Kind.LIST) {
            return elements(member, random);
        }
        if (member.kind() == EventShape.Kind.UUID) {
            return somethingNamed(member.name(), random);
        }
        return single(member.kind(), member.type(), member.happenedAt() ? 0 : member.planned() ? 1 + random.nextInt(40) : 0, happened, random);
    }

    private List<Object> elements(EventShape.Member member, Random random) {
        if (member.elementKind() == EventShape.Kind.ENUM) {
            List<Object> all = new ArrayList<>(List.of(member.element().getEnumConstants()));
            Collections.shuffle(all, random);
            return List.copyOf(all.subList(0, random.nextInt(all.size() + 1)));
        }
        return Stream.generate(() -> single(member.elementKind(), member.element(), 0, START, random))
                .limit(1 + random.nextInt(2))
                .toList();
    }

    private Object single(EventShape.Kind kind, Class<?> type, int daysLater, Instant happened, Random random) {
        return switch (kind) {
            case TEXT, CODE -> "tekst";
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> 1 + random.nextInt(17);
            case ENUM -> one(type.getEnumConstants(), random);
            case MOMENT -> happened;
            case DAY -> AmsterdamDay.of(happened).plusDays(daysLater);
            case RECORD -> value(type, random);
            case UUID, ENTRY, LIST, DERIVED_VALUE -> null;
        };
    }

    /** Help, a silence, a melding, an improvement, an offer: mostly one that is there. */
    private UUID somethingNamed(String member, Random random) {
        CaseHistory history = story.history();
        List<Long> there = (switch (member) {
                    case "meldingId" -> history.meldingen();
                    case "helpId" -> history.helpPlans();
                    case "silenceId" -> history.silences();
                    case "improvementId" -> history.improvements();
                    case "handoverId" -> history.handovers();
                    default -> List.<Entry<?>>of();
                })
                .stream().map(Entry::sequence).toList();
        return there.isEmpty() || random.nextInt(4) == 0
                ? Entries.idOfEntry(1 + random.nextInt((int) history.version() + 1))
                : Entries.idOfEntry(there.get(random.nextInt(there.size())));
    }

    private static Object one(Object[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /** The day nothing in these stories lies after, planned dates aside. */
    static LocalDate today() {
        return AmsterdamDay.of(START).plusDays(30);
    }
}
