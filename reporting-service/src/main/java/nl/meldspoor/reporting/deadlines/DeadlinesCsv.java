package nl.meldspoor.reporting.deadlines;

import java.util.Arrays;
import java.util.List;
import nl.meldspoor.http.Csv;

/** Deadlines as CSV: what the list has, without the explanation. */
public final class DeadlinesCsv {

    private static final List<String> NAMES = List.of(
            "caseId", "kind", "obligation", "startedOn", "dueOn", "latestOn", "targetOn", "state", "urgency", "workingDaysLeft",
            "metOn", "basis");

    private DeadlinesCsv() {}

    public static String of(List<DeadlineItem> items) {
        return Csv.of(
                NAMES,
                items.stream()
                        .map(i -> Arrays.asList(
                                i.caseId(),
                                i.kind(),
                                i.obligation(),
                                i.startedOn(),
                                i.dueOn(),
                                i.latestOn(),
                                i.targetOn(),
                                i.state(),
                                i.urgency(),
                                i.workingDaysLeft(),
                                i.metOn(),
                                i.basis())));
    }
}
