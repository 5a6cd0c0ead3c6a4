package nl.meldspoor.cases.decide;

import java.util.List;

/** What becomes of a command. */
public sealed interface Decision {

    /** All of it is recorded. */
    record Accepted(List<Proposed> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** None of it is recorded: every rule that refuses, in the order of the catalogue. */
    record Refused(List<Refusal> refusals) implements Decision {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("expected a rule that refuses, but there is none");
            }
        }
    }
}
