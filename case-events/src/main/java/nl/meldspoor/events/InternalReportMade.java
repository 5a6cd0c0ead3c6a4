package nl.meldspoor.events;

import java.time.Instant;
import java.util.List;

/** The formal report inside the organisation about a colleague, a volunteer or a fellow client (002 step 2). */
public record InternalReportMade(
        @HappenedAt Instant reportedAt,
        Instant discoveredAt,
        ReporterKind reporterKind,
        boolean anonymous,
        @MayBeAbsent @Sealed(PersonKind.REPORTER) String reporter,
        @Sealed(PersonKind.STAFF) Person receivedBy,
        @MayBeAbsent @Sealed(PersonKind.STAFF) @UserName(ref = "receivedByRef") String receivedByUser,
        AccusedKind accusedKind,
        @MayBeAbsent @Sealed(PersonKind.ACCUSED) Person accused,
        @MayBeAbsent @Sealed(PersonKind.ACCUSED) @UserName(ref = "accusedRef", kind = RefKind.ACCUSED) String accusedUser,
        boolean clientInformed,
        @MayBeAbsent Consent clientConsent,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) String consentMotivation,
        @MayBeAbsent Boolean clientDied,
        @MayBeAbsent Boolean noticeableConsequences,
        @Sealed(PersonKind.CLIENT) String facts,
        @Derived String receivedByRef,
        @Derived String accusedRef,
        @Derived List<TermFact> terms)
        implements CaseEvent, CarriesTerms {}
