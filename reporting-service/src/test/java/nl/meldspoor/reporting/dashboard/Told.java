package nl.meldspoor.reporting.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.reporting.support.CaseStory;
import nl.meldspoor.reporting.support.RealParts;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;

/** Entries of a case as the topic tells them, each at a moment of one's own choice, or at random. */
public final class Told {

    private final CaseStory story;

    private Told(CaseStory story) {
        this.story = story;
    }

    public static Told opened(Instant at, String route, String organisation) {
        return new Told(CaseStory.openedAt(at, route, RealParts.refs(), organisation));
    }

    /** A case of some route, told over some months: late entries, corrections, closing and reopening among them. */
    static Told random(Random random, Instant from, String organisation) {
        boolean meldcode = random.nextBoolean();
        Instant recorded = from.plus(random.nextInt(60), ChronoUnit.DAYS);
        Told told = opened(recorded, meldcode ? "MELDCODE" : "CARE_RELATION", organisation);
        int entries = random.nextInt(14);
        for (int i = 0; i < entries; i++) {
            // some events are recorded in the same millisecond, as those of one command are
            recorded = recorded.plus(random.nextInt(4) == 0 ? 0 : random.nextInt(20 * 24), ChronoUnit.HOURS);
            Instant happened = recorded.minus(random.nextInt(15), ChronoUnit.DAYS);
            told.story.recordedAt(recorded);
            if (random.nextInt(6) == 0) {
                told.story.deviating(random.nextBoolean() ? "MEL-1" : "POL-1");
            }
            if (meldcode) {
                told.meldcodeEntry(random, happened);
            } else {
                told.careRelationEntry(random, happened);
            }
        }
        return told;
    }

    private void meldcodeEntry(Random random, Instant at) {
        switch (random.nextInt(8)) {
            case 0, 1 -> signal(at, random.nextBoolean() ? "PHYSICAL" : "NEGLECT");
            case 2 -> consulted(at, random.nextBoolean() ? "VEILIG_THUIS" : "COLLEAGUE");
            case 3 -> assessed(at, random.nextInt(3));
            case 4 -> melding(at);
            case 5 -> closed(at);
            case 6 -> reopened();
            default -> takenBack(random);
        }
    }

    private void careRelationEntry(Random random, Instant at) {
        switch (random.nextInt(6)) {
            case 0 -> signal(at, "PHYSICAL");
            case 1, 2 -> story.reported("berend", "carel", AmsterdamDay.of(at));
            case 3 -> story.judgedViolent(AmsterdamDay.of(at));
            case 4 -> story.reportedToIgj(AmsterdamDay.of(at));
            default -> takenBack(random);
        }
    }

    public Told recordedAt(Instant at) {
        story.recordedAt(at);
        return this;
    }

    Told deviating(String rule) {
        story.deviating(rule);
        return this;
    }

    public Told signal(Instant at, String form) {
        ObjectNode facts = object().put("observedAt", at.toString())
                .put("perception", "SEEN")
                .put("direction", "CONFIRMS")
                .put("about", "CARE_RECEIVER")
                .put("source", "OWN")
                .put("disclosure", false);
        facts.set("forms", EventJson.texts(List.of(form)));
        return then("SignalRecorded", at, facts);
    }

    public Told consulted(Instant at, String with) {
        return then(
                "ConsultationHeld", at, object().put("heldAt", at.toString()).put("with", with).put("anonymous", true));
    }

    /** @param outcome 0 REPORT norm 1, 1 HELP, 2 CLOSE */
    public Told assessed(Instant at, int outcome) {
        ObjectNode facts = object().put("assessedAt", at.toString())
                .put("suspicion", "YES")
                .put("acuteUnsafety", "NO")
                .put("structuralUnsafety", "NO")
                .put("discussedWithClient", true)
                .put("outcome", List.of("REPORT", "HELP", "CLOSE").get(outcome));
        return then("AssessmentMade", at, outcome == 0 ? facts.put("norm", 1) : facts);
    }

    public Told melding(Instant at) {
        ObjectNode facts = object().put("madeAt", at.toString())
                .put("region", "noord")
                .put("channel", "MELDSPOOR")
                .put("discussedWithClient", true)
                .put("anonymousTowardsClient", false)
                .put("meldingId", UUID.randomUUID().toString());
        facts.withArray("terms").add(term(TermKind.VT_START, AmsterdamDay.of(at)));
        return then("MeldingMade", at, facts);
    }

    Told reported(LocalDate discoveredOn, String accused) {
        story.reported("berend", accused, discoveredOn);
        return this;
    }

    Told judged(LocalDate day) {
        story.judgedViolent(day);
        return this;
    }

    Told reportedToIgj(LocalDate day) {
        story.reportedToIgj(day);
        return this;
    }

    Told closed(Instant at) {
        LocalDate day = AmsterdamDay.of(at);
        return then("CaseClosed", at, object().put("closedOn", day.toString()).put("ground", "OTHER_ROUTE"));
    }

    private void reopened() {
        then("CaseReopened", story.events().getLast().recordedAt(), object());
    }

    /** Takes back some entry that is not the opening and no correction itself. */
    private void takenBack(Random random) {
        List<PublishedEvent> entries = story.events().stream()
                .filter(e -> e.sequence() > 1 && !e.type().equals("EntryCorrected"))
                .toList();
        if (!entries.isEmpty()) {
            takenBack(entries.get(random.nextInt(entries.size())).sequence());
        }
    }

    Told takenBack(long sequence) {
        return then(
                "EntryCorrected",
                story.events().getLast().recordedAt(),
                object().put("corrects", sequence).put("correctedType", story.event((int) sequence).type()));
    }

    private Told then(String type, Instant at, ObjectNode facts) {
        story.then(type, at, facts);
        return this;
    }

    public CaseStory story() {
        return story;
    }

    private static ObjectNode term(TermKind kind, LocalDate from) {
        Term term = Terms.compute(kind, from);
        return object().put("kind", kind.id())
                .put("startedOn", term.startedOn().toString())
                .put("dueOn", term.dueOn().toString())
                .put("latestOn", term.latestOn().toString())
                .put("targetOn", term.targetOn().toString())
                .put("calendarVersion", term.calendarVersion());
    }

    private static ObjectNode object() {
        return EventJson.mapper().createObjectNode();
    }
}
