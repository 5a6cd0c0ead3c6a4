package nl.meldspoor.events.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.HearingWaiverGround;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;

/** Events as they come from the topic: facts only. */
final class Recorded {

    static final UUID CASE = UUID.fromString("0198f0c2-0000-7000-8000-000000000001");
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private Recorded() {}

    static RecordedEvent event(long sequence, CaseEvent data) {
        return event(CASE, sequence, data);
    }

    static RecordedEvent event(UUID caseId, long sequence, CaseEvent data) {
        return new RecordedEvent(
                new UUID(1, sequence), caseId, sequence, AT, AT.plusSeconds(sequence), "recorder", null, List.of(), data, Set.of());
    }

    static CaseOpened opened(Route route) {
        return new CaseOpened(
                route,
                null,
                ClientRole.CARE_RECEIVER,
                null,
                null,
                "Team Oost",
                Sector.VVT,
                LegalFramework.WLZ,
                route == Route.MELDCODE ? "noord" : null,
                null,
                List.of("shield"), null, null);
    }

    static InternalReportMade report(AccusedKind accused, String accusedRef) {
        return new InternalReportMade(
                AT, AT, ReporterKind.STAFF, false, null, null, null, accused, null, null, true, null, null, null, null, null,
                "receiver", accusedRef, null);
    }

    static HearingWaived nobodyAccused() {
        return new HearingWaived(LocalDate.parse("2026-03-02"), HearingWaiverGround.NO_ACCUSED, null);
    }

    static MeldingMade melding(String region, MeldingChannel channel) {
        return new MeldingMade(
                AT, region, channel, null, null, null, null, null, null, true, null, null, null, null, null, null, false, null,
                new UUID(7, 1), null);
    }
}
