package nl.meldspoor.cases.decide;

import java.util.List;

/** One row of a rule's table: the case so far, the entry, and the rules that refuse it (none: it is recorded). */
public record Example(String says, CaseStory given, Draft when, List<String> refusedBy) {

    public static Example refused(String says, CaseStory given, Draft when, String... rules) {
        return new Example(says, given, when, List.of(rules));
    }

    public static Example recorded(String says, CaseStory given, Draft when) {
        return new Example(says, given, when, List.of());
    }
}
