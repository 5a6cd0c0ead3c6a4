package nl.meldspoor.reporting.deadlines;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.terms.TermState;
import nl.meldspoor.terms.Urgency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deadline as it is answered. Days are calendar days in Europe/Amsterdam. */
@Schema(name = "Deadline")
public record DeadlineItem(
        UUID caseId,
        @Schema(description = "Which term, such as IGJ-REPORT; for a duty that is due at once the duty itself, such as OB-STOP")
                String kind,
        LocalDate startedOn,
        @Schema(description = "The last day in time") LocalDate dueOn,
        @Schema(description = "The last day if days equated by decree do not count as working days") LocalDate latestOn,
        @Schema(description = "The day to aim for") LocalDate targetOn,
        @Schema(description = "OPEN: in time and not met. MET: in time. MISSED: not met in time; metOn says when it was met after all")
                TermState state,
        @Schema(
                        nullable = true,
                        description = "GREEN: more than half the term left; AMBER: half or less; RED: one working day or less,"
                                + " or due at once; OVERDUE: after dueOn. Null when it is met")
                Urgency urgency,
        @Schema(
                        nullable = true,
                        description = "Working days left, equated days counted; negative when over. Null when it is met")
                Integer workingDaysLeft,
        @Schema(nullable = true) LocalDate metOn,
        @Schema(description = "The law or policy it rests on") String basis,
        @Schema(description = "The count, step by step") List<String> explanation,
        @Schema(description = "The obligation it belongs to, such as OB-IGJ-VIOLENCE") String obligation,
        Links links) {

    /** @param caseUrl path at the case-service */
    @Schema(name = "DeadlineLinks")
    public record Links(@JsonProperty("case") String caseUrl) {
        static Links of(UUID caseId) {
            return new Links("/v1/cases/" + caseId);
        }
    }
}
