package nl.meldspoor.events.history;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.AnnouncementSubject;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.SituationCommunicated;

/** Who must have been told, and cared for, after a judgement (002 step 6). Several entries together meet such a duty: the last of them does. */
final class Aftermath {

    private Aftermath() {}

    /** Whether with this announcement everybody knows the outcome of the latest judgement. */
    static boolean completesOutcomeTold(RecordedEvent event, CaseHistory history) {
        if (!(event.data() instanceof SituationCommunicated s) || s.about() != AnnouncementSubject.OUTCOME) {
            return false;
        }
        var latest = CaseHistory.latest(history.judgements(), j -> true);
        Set<Audience> told = history.announcements().stream()
                .filter(a -> a.data().about() == AnnouncementSubject.OUTCOME && a.sequence() <= event.sequence())
                .filter(a -> latest.isEmpty() || !a.happened().isBefore(latest.get().happened()))
                // Who tells the family tells it on behalf of the client.
                .map(a -> a.data().audience() == Audience.FAMILY ? Audience.CLIENT : a.data().audience())
                .collect(Collectors.toSet());
        return told.containsAll(audiences(history));
    }

    private static Set<Audience> audiences(CaseHistory history) {
        Set<Audience> audiences = EnumSet.of(Audience.CLIENT, Audience.TEAM);
        if (history.internalReports().stream().anyMatch(r -> isAReporterToTell(r.data()))) {
            audiences.add(Audience.REPORTER);
        }
        if (hasAccused(history)) {
            audiences.add(Audience.ACCUSED);
        }
        return audiences;
    }

    private static boolean isAReporterToTell(InternalReportMade report) {
        return !report.anonymous() && report.reporterKind() != ReporterKind.CLIENT;
    }

    /** Whether with this entry aftercare is arranged, or found not needed, for everybody it concerns. */
    static boolean completesAftercare(RecordedEvent event, CaseHistory history) {
        if (!(event.data() instanceof AftercareArranged)) {
            return false;
        }
        Set<AftercareFor> arranged = history.aftercare().stream()
                .filter(a -> a.sequence() <= event.sequence())
                .map(a -> a.data().forWhom())
                .collect(Collectors.toSet());
        return arranged.containsAll(concerned(history));
    }

    private static Set<AftercareFor> concerned(CaseHistory history) {
        Set<AftercareFor> concerned = EnumSet.of(AftercareFor.CLIENT_AND_FAMILY, AftercareFor.UNIT);
        if (hasAccused(history)) {
            concerned.add(wronglyAccused(history) ? AftercareFor.WRONGLY_ACCUSED : AftercareFor.ACCUSED);
        }
        return concerned;
    }

    private static boolean wronglyAccused(CaseHistory history) {
        return history.judgements().stream().map(Entry::data).allMatch(Aftermath::isUnfounded);
    }

    private static boolean isUnfounded(JudgementMade judgement) {
        return judgement.qualification() == Qualification.UNFOUNDED;
    }

    /** Not where nobody is accused, was found or could be identified. */
    private static boolean hasAccused(CaseHistory history) {
        boolean accused = history.internalReports().stream().anyMatch(r -> r.data().accusedKind() != AccusedKind.NONE);
        boolean nobody = history.hearingWaivers().stream()
                .anyMatch(w -> w.data().ground() == HearingWaiverGround.NO_ACCUSED
                        || w.data().ground() == HearingWaiverGround.UNIDENTIFIED);
        return accused && !nobody;
    }
}
