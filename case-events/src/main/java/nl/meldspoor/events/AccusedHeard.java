package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** The accused told his side (hoor en wederhoor, 002 step 4). */
public record AccusedHeard(
        @HappenedAt Instant heldAt,
        @Sealed(PersonKind.STAFF) List<Person> interviewers,
        boolean supportPersonOffered,
        @Sealed(PersonKind.ACCUSED) String account,
        @MayBeAbsent @Sealed(PersonKind.ACCUSED) String literalWords,
        @MayBeAbsent @Sealed(PersonKind.ACCUSED) String questionsAsked,
        @Sealed(PersonKind.ACCUSED) String agreements,
        @Derived Integer interviewerCount)
        implements CaseEvent {}
