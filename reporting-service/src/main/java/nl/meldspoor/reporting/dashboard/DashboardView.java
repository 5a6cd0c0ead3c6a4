package nl.meldspoor.reporting.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.meldspoor.terms.Urgency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an organisation stands, as far as the caller sees. */
@Schema(name = "Dashboard")
public record DashboardView(
        String organisation,
        @Schema(description = "The moment these figures are of, in recorded time") Instant asOf,
        @Schema(description = "What happened is counted over these twelve months") Period period,
        @Schema(description = "Open cases, each counted once, at the furthest step in which something was recorded")
                List<OpenCases> openCases,
        @Schema(description = "Open obligations per id") List<OpenObligations> obligations,
        @Schema(description = "Deadlines that are not met, per urgency; all four are always there") Map<Urgency, Long> deadlines,
        @Schema(description = "Days from the first entry of a step to the first of the next, of cases that came there in the period")
                List<LeadTime> leadTimes,
        @Schema(description = "Outcomes of the assessments of the period") List<Outcome> outcomes,
        AdviceToMelding adviceToMelding,
        @Schema(description = "Terms met in time in the period, and terms that ran out in it without") List<Terms> terms,
        @Schema(description = "Entries of the period that deviate from a rule of conduct, with a motivation") List<Deviations> deviations) {

    /** Days, both included. */
    @Schema(name = "Period")
    public record Period(LocalDate from, LocalDate to) {}

    /** Open cases of a route that reached a step and no further. */
    @Schema(name = "OpenCases")
    public record OpenCases(String route, int step, String name, long count) {}

    /** How often an obligation is open. */
    @Schema(name = "OpenObligations")
    public record OpenObligations(String id, long count) {}

    /** How long it took from step to step, in calendar days. */
    @Schema(name = "LeadTime")
    public record LeadTime(
            String route,
            int fromStep,
            String fromName,
            int toStep,
            String toName,
            long count,
            @Schema(description = "Half of them took no longer") double medianDays,
            @Schema(description = "Nine of ten took no longer") double p90Days) {}

    /** How often assessments came to an outcome. */
    @Schema(name = "AssessmentOutcomes")
    public record Outcome(
            String outcome,
            @Schema(nullable = true, description = "1 acute or structural unsafety, 2 help not effective or refused, 3 help leads to no safety")
                    Integer norm,
            long count) {}

    /** Advice asked of Veilig Thuis beside meldingen made. */
    @Schema(name = "AdviceToMelding")
    public record AdviceToMelding(
            long advice,
            long meldingen,
            @Schema(nullable = true, description = "Advice per melding, to two decimals; null without meldingen") Double ratio) {}

    /** How terms of one kind ended. */
    @Schema(name = "TermsMetAndMissed")
    public record Terms(String kind, long met, long missed) {}

    /** How often a rule was deviated from. */
    @Schema(name = "Deviations")
    public record Deviations(String rule, long count) {}
}
