package nl.meldspoor.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes terms and says how. Counting rules: the start day does not count; a term of working days ends on the last of
 * them; a term of weeks ends on the weekday it started on. Start days from {@link #FIRST_START} to {@link #LAST_START},
 * else {@link IllegalArgumentException}.
 */
public final class Terms {

    public static final LocalDate FIRST_START = LocalDate.of(DutchCalendar.FIRST_YEAR, 1, 1);
    /** A year before the calendar ends, so that every end lies inside it. */
    public static final LocalDate LAST_START = LocalDate.of(DutchCalendar.LAST_YEAR - 1, 12, 31);

    private Terms() {}

    /** Whether a term can start on this day. */
    public static boolean canStartOn(LocalDate day) {
        return !day.isBefore(FIRST_START) && !day.isAfter(LAST_START);
    }

    /** The term that starts on the Amsterdam day of {@code from}. */
    public static Term compute(TermKind kind, Instant from) {
        return compute(kind, AmsterdamDay.of(from));
    }

    /** The term that starts on {@code from}, by the current calendar. */
    public static Term compute(TermKind kind, LocalDate from) {
        return compute(kind, from, Application.DIRECT);
    }

    /** As {@link #compute(TermKind, LocalDate)}, for a case in which the term holds only by analogy. */
    public static Term compute(TermKind kind, LocalDate from, Application application) {
        return compute(kind, from, application, DutchCalendar.current());
    }

    /** As above, on the calendar an earlier term was counted on: gives that term again, with its explanation. */
    public static Term compute(TermKind kind, LocalDate from, Application application, DutchCalendar calendar) {
        if (kind.length() instanceof Length.Kept) {
            return kept(RecordKind.MEDICAL_RECORD, from);
        }
        List<BilingualText> steps = begun(kind, from);
        Dates dates =
                switch (kind.length()) {
                    case Length.WorkingDays(int count) -> workingDays(from, count, calendar, steps);
                    case Length.Weeks(int count) when kind.rank() == Rank.AMVB ->
                        statutory(from, from.plusWeeks(count), false, weeksLater(count), calendar, steps);
                    case Length.Weeks(int count) -> weeks(from, count, calendar, steps);
                    case Length.Days(int count) ->
                        statutory(from, from.plusDays(count), count >= 3, daysLater(count), calendar, steps);
                    case Length.Kept k -> throw new IllegalStateException("years are counted without a calendar");
                    case Length.Named n -> throw new IllegalArgumentException(
                            "expected a term with a length, but " + kind.id() + " ends on the day its entry names");
                };
        steps.add(kind.rank().sentence());
        if (application == Application.BY_ANALOGY && kind.rank() == Rank.POLICY) {
            steps.add(new BilingualText(
                    "In een Wmo-zaak geldt dit naar analogie: de melding gaat naar de gemeentelijke toezichthouder"
                            + " (Wmo 2015 art. 3.4), die een eigen termijn kan noemen.",
                    "In a Wmo case this holds by analogy: the report goes to the municipal supervisor"
                            + " (Wmo 2015 art. 3.4), who may name a term of its own."));
        }
        if (isPastHorizon(dates.latestOn(), calendar)) {
            steps.add(new BilingualText(
                    "Let op: met feestdagen gelijkgestelde dagen zijn bekend tot en met " + DayText.nl(calendar.horizon())
                            + "; een later besluit kan daarna nog dagen aanwijzen.",
                    "Note: days equated with feast days are known up to and including " + DayText.en(calendar.horizon())
                            + "; a later decree may still name days after that."));
        }
        return new Term(
                kind,
                from,
                dates.dueOn(),
                dates.latestOn(),
                dates.targetOn(),
                calendar.version(),
                kind.basis(application),
                steps);
    }

    /** How long a record of this kind is kept at least, by the law or, where it names no term, by default. */
    public static Term kept(RecordKind kind, LocalDate from) {
        List<BilingualText> steps = begun(TermKind.RETENTION, from);
        LocalDate ends = RecordKind.endsOn(from, kind.defaultYears());
        steps.add(new BilingualText(kind.why().nl() + " (" + kind.source() + ")", kind.why().en() + " (" + kind.source() + ")"));
        steps.add(new BilingualText(
                "De laatste dag waarop het bewaard moet blijven is " + DayText.nl(ends) + ", " + kind.defaultYears()
                        + " jaar later op dezelfde datum. De organisatie kan langer bewaren.",
                "The last day it must be kept is " + DayText.en(ends) + ", " + kind.defaultYears()
                        + " years later on the same date. The organisation may keep it longer."));
        steps.add(TermKind.RETENTION.rank().sentence());
        return new Term(
                TermKind.RETENTION,
                from,
                ends,
                ends,
                ends,
                DutchCalendar.current().version(),
                new BilingualText(kind.source(), kind.source()),
                steps);
    }

    private static List<BilingualText> begun(TermKind kind, LocalDate from) {
        if (!canStartOn(from)) {
            throw new IllegalArgumentException(
                    "expected a start from " + FIRST_START + " to " + LAST_START + ", but was " + from);
        }
        List<BilingualText> steps = new ArrayList<>();
        steps.add(new BilingualText(
                "De termijn begint op " + DayText.nl(from) + ", " + kind.start().nl() + ". Die dag telt zelf niet mee.",
                "The term starts on " + DayText.en(from) + ", " + kind.start().en() + ". That day itself does not count."));
        return steps;
    }

    /**
     * The term that ends on a day somebody named: the organisation itself, or IGJ in place of the computed day. The computed day stays in
     * the explanation.
     */
    public static Term named(
            TermKind kind, LocalDate from, LocalDate dueOn, Application application, DutchCalendar calendar) {
        List<BilingualText> steps = new ArrayList<>();
        if (kind.isComputed()) {
            Term computed = compute(kind, from, application, calendar);
            steps.addAll(computed.explanation());
            steps.add(new BilingualText(
                    "De IGJ noemde zelf " + DayText.nl(dueOn) + "; die datum geldt in plaats van de berekende ("
                            + DayText.nl(computed.dueOn()) + ").",
                    "IGJ itself named " + DayText.en(dueOn) + "; that date holds in place of the computed one ("
                            + DayText.en(computed.dueOn()) + ")."));
        } else {
            steps.add(new BilingualText(
                    "De termijn begint op " + DayText.nl(from) + ", " + kind.start().nl() + ".",
                    "The term starts on " + DayText.en(from) + ", " + kind.start().en() + "."));
            steps.add(new BilingualText(
                    "De afgesproken dag is " + DayText.nl(dueOn) + ".", "The agreed day is " + DayText.en(dueOn) + "."));
            steps.add(kind.rank().sentence());
        }
        return new Term(kind, from, dueOn, dueOn, dueOn, calendar.version(), kind.basis(application), steps);
    }

    /** Whether a term runs past what its calendar knows of equated days: somebody must then add the new decree. */
    public static boolean isPastHorizon(LocalDate latestOn, DutchCalendar calendar) {
        return latestOn.isAfter(calendar.horizon());
    }

    private static Dates workingDays(LocalDate from, int count, DutchCalendar calendar, List<BilingualText> steps) {
        LocalDate day = from;
        int counted = 0;
        boolean equatedDayCounted = false;
        while (counted < count) {
            day = day.plusDays(1);
            var why = calendar.whyNoWorkingDay(day, true);
            var decree = calendar.decreeOn(day);
            if (why.isPresent()) {
                steps.add(DayText.line(
                        day,
                        " telt niet mee: " + why.get().nl() + ".",
                        " does not count: " + why.get().en() + "."));
            } else if (decree.isPresent()) {
                counted++;
                equatedDayCounted = true;
                steps.add(DayText.line(
                        day,
                        " is werkdag " + counted + ": met een feestdag gelijkgesteld (" + decree.get().name().nl()
                                + "), maar hier meegeteld, want de vroegste datum geldt.",
                        " is working day " + counted + ": equated with a feast day (" + decree.get().name().en()
                                + "), but counted here, because the earlier date governs."));
            } else {
                counted++;
                steps.add(DayText.line(day, " is werkdag " + counted + ".", " is working day " + counted + "."));
            }
        }
        steps.add(new BilingualText(
                "De laatste dag is " + DayText.nl(day) + ", tot en met 24:00 uur in Nederland.",
                "The last day is " + DayText.en(day) + ", until 24:00 in the Netherlands."));
        LocalDate latest = equatedDayCounted ? withoutEquatedDays(from, count, calendar) : day;
        if (latest.isAfter(day)) {
            steps.add(new BilingualText(
                    "Telt een gelijkgestelde dag niet als werkdag, dan is " + DayText.nl(latest) + " de laatste dag.",
                    "If an equated day does not count as a working day, the last day is " + DayText.en(latest) + "."));
        }
        return new Dates(day, latest, day);
    }

    private static BilingualText weeksLater(int count) {
        return new BilingualText(count + " weken later op dezelfde weekdag", count + " weeks later on the same weekday");
    }

    private static BilingualText daysLater(int count) {
        return new BilingualText(count + " dagen later", count + " days later");
    }

    /** Algemene termijnenwet art. 1 lid 1 and, for terms of at least three days, art. 2; equated days are no working days here. */
    private static Dates statutory(
            LocalDate from,
            LocalDate nominal,
            boolean twoWorkingDays,
            BilingualText later,
            DutchCalendar calendar,
            List<BilingualText> steps) {
        steps.add(new BilingualText(
                "De laatste dag zou " + DayText.nl(nominal) + " zijn, " + later.nl() + ".",
                "The last day would be " + DayText.en(nominal) + ", " + later.en() + "."));
        LocalDate day = nextWorkingDay(nominal, calendar, steps);
        while (twoWorkingDays && calendar.workingDaysAfter(from, day, false) < 2) {
            steps.add(new BilingualText(
                    "De termijn telt dan nog geen twee werkdagen en wordt verlengd (Algemene termijnenwet art. 2).",
                    "The term then holds less than two working days and is extended (Algemene termijnenwet art. 2)."));
            day = nextWorkingDay(day.plusDays(1), calendar, steps);
        }
        steps.add(new BilingualText(
                "De laatste dag is " + DayText.nl(day) + ", tot en met 24:00 uur in Nederland.",
                "The last day is " + DayText.en(day) + ", until 24:00 in the Netherlands."));
        return new Dates(day, day, day);
    }

    private static LocalDate nextWorkingDay(LocalDate from, DutchCalendar calendar, List<BilingualText> steps) {
        LocalDate day = from;
        while (!calendar.isWorkingDay(day, false)) {
            BilingualText why = calendar.whyNoWorkingDay(day, false).orElseThrow();
            steps.add(DayText.line(
                    day,
                    " is geen werkdag: " + why.nl() + ". De termijn schuift op (Algemene termijnenwet art. 1).",
                    " is no working day: " + why.en() + ". The term moves on (Algemene termijnenwet art. 1)."));
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate withoutEquatedDays(LocalDate from, int count, DutchCalendar calendar) {
        LocalDate day = from;
        for (int counted = 0; counted < count; ) {
            day = day.plusDays(1);
            counted += calendar.isWorkingDay(day, false) ? 1 : 0;
        }
        return day;
    }

    private static Dates weeks(LocalDate from, int count, DutchCalendar calendar, List<BilingualText> steps) {
        LocalDate due = from.plusWeeks(count);
        steps.add(new BilingualText(
                "De laatste dag is " + DayText.nl(due) + ", " + count + " weken later op dezelfde weekdag, tot en met"
                        + " 24:00 uur in Nederland.",
                "The last day is " + DayText.en(due) + ", " + count + " weeks later on the same weekday, until 24:00 in"
                        + " the Netherlands."));
        LocalDate target = due;
        while (!calendar.isWorkingDay(target, false)) {
            BilingualText why = calendar.whyNoWorkingDay(target, false).orElseThrow();
            steps.add(DayText.line(
                    target,
                    " is geen werkdag: " + why.nl() + ". De termijn schuift daardoor niet op.",
                    " is no working day: " + why.en() + ". That does not extend the term."));
            target = target.minusDays(1);
        }
        steps.add(new BilingualText(
                "Streefdatum: " + DayText.nl(target) + ", de laatste werkdag op of voor de laatste dag.",
                "Target: " + DayText.en(target) + ", the last working day on or before the last day."));
        return new Dates(due, due, target);
    }

    private record Dates(LocalDate dueOn, LocalDate latestOn, LocalDate targetOn) {}
}
