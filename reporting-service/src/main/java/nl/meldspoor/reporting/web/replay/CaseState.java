package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;

/** Steps, duties and terms of a case after some entry, as the case-service tells them. */
public record CaseState(long version, String status, List<Step> steps, List<Duty> duties, List<Term> terms) {

    /** A step and what is to be recorded in it. @param missing how much is, open duties counted along */
    public record Step(int number, String name, String state, int missing, List<Asked> asked) {

        public boolean complete() {
            return state.equals("COMPLETE");
        }

        public boolean begun() {
            return !state.equals("NOT_STARTED");
        }
    }

    /** Something a source says must be recorded. @param move whose move it is, empty when it is nobody's */
    public record Asked(String id, boolean missing, String text, String source, String move) {}

    /**
     * A duty that arose.
     *
     * @param since the entry from which it arose; {@code metBy} the entry that met it, 0 while it is open
     * @param due in words, empty when it has no date
     */
    public record Duty(
            String id, boolean open, long since, long metBy, boolean blocksClosing, boolean atOnce, int ruleVersion, String text, String source, String due, String move) {

        /** The same duty, also when it arose a second time. */
        String key() {
            return id + "/" + since;
        }
    }

    /** A term, with the explanation of its date. */
    public record Term(String kind, String name, String state, String started, String due, String met, String basis, List<String> explanation) {

        String key() {
            return kind + "/" + started;
        }

        public boolean isMet() {
            return state.equals("MET");
        }

        public boolean missed() {
            return state.equals("MISSED");
        }
    }

    static CaseState of(JsonNode json, Visit visit) {
        List<Step> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(step(step, visit)));
        List<Duty> duties = new ArrayList<>();
        json.path("obligations").forEach(duty -> duties.add(duty(duty, visit)));
        List<Term> terms = new ArrayList<>();
        json.path("deadlines").forEach(term -> terms.add(term(term, visit)));
        return new CaseState(json.path("version").asLong(), json.path("status").asText(), steps, duties, terms);
    }

    public List<Duty> open() {
        return duties.stream().filter(Duty::open).toList();
    }

    public List<Duty> met() {
        return duties.stream().filter(duty -> !duty.open()).toList();
    }

    private static Step step(JsonNode step, Visit visit) {
        List<Asked> asked = new ArrayList<>();
        step.path("requirements").forEach(requirement -> asked.add(new Asked(
                requirement.path("id").asText(),
                requirement.path("state").asText().equals("MISSING"),
                text(requirement.path("text"), visit),
                source(requirement),
                move(requirement.path("move"), visit))));
        return new Step(
                step.path("step").asInt(), visit.t(CaseWords.step(step.path("name").asText())), step.path("state").asText(), step.path("missing").size(), asked);
    }

    private static Duty duty(JsonNode duty, Visit visit) {
        return new Duty(
                duty.path("id").asText(),
                duty.path("state").asText().equals("OPEN"),
                duty.path("since").asLong(),
                duty.path("metBy").asLong(),
                duty.path("blocksClosing").asBoolean(),
                duty.path("atOnce").asBoolean(),
                duty.at("/rule/version").asInt(),
                text(duty.path("text"), visit),
                source(duty),
                day(duty.path("dueOn"), visit),
                move(duty.path("move"), visit));
    }

    private static Term term(JsonNode term, Visit visit) {
        List<String> explanation = new ArrayList<>();
        term.path("explanation").forEach(line -> explanation.add(line.asText()));
        return new Term(
                term.path("kind").asText(),
                visit.t(TermWords.kind(term.path("kind").asText())),
                term.path("state").asText(),
                day(term.path("startedOn"), visit),
                day(term.path("dueOn"), visit),
                day(term.path("metOn"), visit),
                term.path("basis").asText(),
                explanation);
    }

    private static String move(JsonNode move, Visit visit) {
        if (!move.isObject()) {
            return "";
        }
        String who = text(move.path("text"), visit);
        return move.path("person").isTextual() ? who + " (" + move.path("person").asText() + ")" : who;
    }

    private static String text(JsonNode text, Visit visit) {
        return visit.t(text.path("nl").asText(), text.path("en").asText());
    }

    /** Without the number our own shelf gives a source. */
    private static String source(JsonNode of) {
        return of.path("source").asText("").replaceAll(" \\(\\d{3}\\)", "");
    }

    private static String day(JsonNode day, Visit visit) {
        return day.isTextual() ? visit.day(LocalDate.parse(day.asText())) : "";
    }
}
