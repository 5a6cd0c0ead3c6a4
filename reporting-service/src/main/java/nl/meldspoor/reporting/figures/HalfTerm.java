package nl.meldspoor.reporting.figures;

import java.time.LocalDate;

/** The day a term turns AMBER: the first on which half of it or less is left ({@link nl.meldspoor.terms.Urgency}). */
public final class HalfTerm {

    private HalfTerm() {}

    public static LocalDate on(LocalDate startedOn, LocalDate dueOn) {
        return dueOn.minusDays((dueOn.toEpochDay() - startedOn.toEpochDay()) / 2);
    }
}
