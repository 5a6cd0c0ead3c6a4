package nl.meldspoor.reporting.web.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.reporting.deadlines.DeadlineGroup;
import nl.meldspoor.reporting.deadlines.DeadlineItem;
import nl.meldspoor.reporting.deadlines.DeadlineList.Placed;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.words.CaseWords;
import nl.meldspoor.reporting.web.words.TermWords;
import nl.meldspoor.terms.Urgency;

/** The deadlines of a page in words, group by group in the order they were read. Pure. */
record Board(List<Group> groups) {

    /** Deadlines of one urgency. */
    record Group(String tone, String icon, String title, String meaning, List<Line> lines) {}

    /**
     * One deadline.
     *
     * @param big the days left, as one says it
     * @param steps how its last day was counted, sentence by sentence
     * @param aside days beside the last one: the one to aim for, the latest that can be argued for; may be empty
     */
    record Line(
            String what,
            String term,
            String big,
            String due,
            String caseLabel,
            String href,
            String basis,
            List<String> steps,
            List<String> aside) {}

    static Board of(List<Placed> placed, Map<UUID, BoardCases.Behind> cases, Visit visit, LocalDate today) {
        List<Group> groups = new ArrayList<>();
        DeadlineGroup current = null;
        for (Placed one : placed) {
            if (one.group() != current) {
                current = one.group();
                groups.add(group(current, visit));
            }
            groups.getLast().lines().add(line(one.deadline().on(today, visit.locale()), cases, visit, today));
        }
        return new Board(groups);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    private static Group group(DeadlineGroup group, Visit visit) {
        List<Line> lines = new ArrayList<>();
        if (group.urgency().isPresent()) {
            Urgency urgency = group.urgency().get();
            return new Group(
                    urgency.name().toLowerCase(Locale.ROOT),
                    TermWords.icon(urgency),
                    visit.t(TermWords.urgency(urgency)),
                    visit.t(TermWords.urgencyMeaning(urgency)),
                    lines);
        }
        return group == DeadlineGroup.MET_LATE
                ? new Group("plain", "late", visit.t("Te laat gedaan", "Done late"), visit.t("gedaan na de laatste dag", "done after the last day"), lines)
                : new Group("plain", "check", visit.t("Op tijd gedaan", "Done in time"), visit.t("gedaan op of voor de laatste dag", "done on or before the last day"), lines);
    }

    private static Line line(DeadlineItem item, Map<UUID, BoardCases.Behind> cases, Visit visit, LocalDate today) {
        var behind = cases.get(item.caseId());
        return new Line(
                Obligations.byId(item.obligation())
                        .map(o -> visit.t(o.text().nl(), o.text().en()))
                        .orElseGet(() -> visit.t(TermWords.kind(item.kind()))),
                item.kind().equals(item.obligation()) ? "" : visit.t(TermWords.kind(item.kind())),
                big(item, visit, today),
                due(item, visit, today),
                behind == null
                        ? ""
                        : visit.t(CaseWords.route(behind.route())) + " · " + behind.unit() + " · " + visit.t("geopend ", "opened ")
                                + visit.day(behind.openedOn(), today),
                "/cases/" + item.caseId(),
                item.basis().replaceAll(" \\(\\d{3}\\)", ""),
                item.explanation(),
                aside(item, visit));
    }

    private static String big(DeadlineItem item, Visit visit, LocalDate today) {
        if (item.metOn() != null) {
            return visit.t("gedaan op ", "done on ") + visit.day(item.metOn(), today);
        }
        boolean atOnce = item.startedOn().equals(item.dueOn());
        return atOnce && item.urgency() == Urgency.RED
                ? visit.t("direct", "at once")
                : visit.t(TermWords.left(item.workingDaysLeft()));
    }

    private static String due(DeadlineItem item, Visit visit, LocalDate today) {
        return item.startedOn().equals(item.dueOn())
                ? visit.t("direct, op ", "at once, on ") + visit.weekday(item.dueOn(), today)
                : visit.t("uiterlijk ", "by ") + visit.weekday(item.dueOn(), today);
    }

    private static List<String> aside(DeadlineItem item, Visit visit) {
        List<String> aside = new ArrayList<>();
        if (!item.targetOn().equals(item.dueOn())) {
            aside.add(visit.t("Mik op ", "Aim for ") + visit.weekday(item.targetOn()) + visit.t(", de laatste werkdag ervoor.", ", the last working day before."));
        }
        if (!item.latestOn().equals(item.dueOn())) {
            aside.add(visit.t(
                    "Wie gelijkgestelde dagen niet meetelt, komt uit op ",
                    "Who does not count days equated with holidays arrives at ")
                    + visit.weekday(item.latestOn()) + visit.t("; ga uit van de eerdere dag.", "; go by the earlier day."));
        }
        return aside;
    }
}
