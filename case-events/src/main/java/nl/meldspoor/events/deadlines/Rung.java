package nl.meldspoor.events.deadlines;

/** The rungs of the ladder a term climbs until it is met, in order. A short term has fewer of them. */
public enum Rung {
    /** Half of the term, in calendar days, is gone. */
    HALF_TERM(Happening.APPROACHED),
    ONE_WEEK(Happening.APPROACHED),
    TWO_WORKING_DAYS(Happening.APPROACHED),
    ONE_WORKING_DAY(Happening.APPROACHED),
    /** Today is the last day. */
    DUE_DAY(Happening.APPROACHED),
    /** The last day is over. */
    MISSED(Happening.MISSED),
    /** It was met: in time, or late. Ends the ladder. */
    MET(Happening.MET);

    /** What is said of a deadline, one CloudEvents type each. */
    public enum Happening {
        APPROACHED("nl.meldspoor.deadlines.deadline-approached.v1"),
        MISSED("nl.meldspoor.deadlines.deadline-missed.v1"),
        MET("nl.meldspoor.deadlines.deadline-met.v1");

        private final String cloudEventType;

        Happening(String cloudEventType) {
            this.cloudEventType = cloudEventType;
        }

        public String cloudEventType() {
            return cloudEventType;
        }
    }

    private final Happening happening;

    Rung(Happening happening) {
        this.happening = happening;
    }

    public Happening happening() {
        return happening;
    }
}
