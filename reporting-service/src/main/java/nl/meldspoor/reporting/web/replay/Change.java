package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;

/**
 * Something that an entry changed.
 *
 * @param icon name of an icon in {@code icons.svg}; {@code tone} class of its colour; the word says the same as both
 */
public record Change(String icon, String tone, String word, String text, String source) {

    /** Of one entry, as the case-service tells how the case stood before it and after it. */
    static List<Change> of(JsonNode told, Visit visit) {
        return between(CaseState.of(told.path("before"), visit), CaseState.of(told.path("after"), visit), visit);
    }

    /** What differs between the case before an entry and after it. */
    private static List<Change> between(CaseState before, CaseState after, Visit visit) {
        List<Change> changes = new ArrayList<>();
        if (!before.status().isEmpty() && !before.status().equals(after.status())) {
            changes.add(new Change("folder", "", visit.t("Casus", "Case"), visit.t(CaseWords.status(after.status())), ""));
        }
        duties(before, after, visit, changes);
        terms(before, after, visit, changes);
        steps(before, after, visit, changes);
        return changes;
    }

    private static void duties(CaseState before, CaseState after, Visit visit, List<Change> changes) {
        Map<String, CaseState.Duty> was = new HashMap<>();
        before.duties().forEach(duty -> was.put(duty.key(), duty));
        after.duties().forEach(duty -> {
            CaseState.Duty old = was.remove(duty.key());
            if (duty.open() && (old == null || !old.open())) {
                changes.add(new Change("now", "amber", visit.t("Plicht ontstaan", "Duty arose"), duty.text(), duty.source()));
            } else if (!duty.open() && (old == null || old.open())) {
                changes.add(new Change("check", "green", visit.t("Plicht voldaan", "Duty met"), duty.text(), ""));
            }
        });
        was.values().stream()
                .filter(CaseState.Duty::open)
                .forEach(duty -> changes.add(new Change("info", "", visit.t("Plicht vervallen", "Duty lapsed"), duty.text(), "")));
    }

    private static void terms(CaseState before, CaseState after, Visit visit, List<Change> changes) {
        Map<String, CaseState.Term> was = new HashMap<>();
        before.terms().forEach(term -> was.put(term.key(), term));
        after.terms().forEach(term -> {
            CaseState.Term old = was.get(term.key());
            if (old == null) {
                changes.add(new Change(
                        "clock", "", visit.t("Termijn begon", "Term started"), term.name() + visit.t(", uiterlijk ", ", by ") + term.due(), term.basis()));
            } else if (!old.due().equals(term.due())) {
                changes.add(new Change("clock", "", visit.t("Termijn verschoof", "Term moved"), term.name() + ": " + old.due() + " → " + term.due(), term.basis()));
            } else if (term.isMet() && !old.isMet()) {
                changes.add(new Change("check", "green", visit.t("Termijn gehaald", "Term met"), term.name(), ""));
            } else if (!term.met().isEmpty() && old.met().isEmpty()) {
                changes.add(new Change("late", "overdue", visit.t("Te laat gedaan", "Done late"), term.name() + ", " + term.met(), ""));
            }
        });
    }

    private static void steps(CaseState before, CaseState after, Visit visit, List<Change> changes) {
        Map<String, CaseState.Asked> was = new HashMap<>();
        before.steps().forEach(step -> step.asked().forEach(asked -> was.put(asked.id(), asked)));
        after.steps().forEach(step -> step.asked().forEach(asked -> {
            CaseState.Asked old = was.get(asked.id());
            if (!asked.missing() && old != null && old.missing()) {
                changes.add(new Change("check", "green", visit.t("Nu vastgelegd", "Now recorded"), asked.text(), ""));
            }
        }));
    }
}
