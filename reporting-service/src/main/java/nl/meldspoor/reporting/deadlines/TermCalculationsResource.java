package nl.meldspoor.reporting.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.Language;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.Term;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/term-calculations}: what a term comes to, and why. Nothing is stored; no case is involved. */
@Path("/v1/term-calculations")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms")
public class TermCalculationsResource {

    /** A calendar day, or a moment with its offset (RFC 3339), in years of four digits. */
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final int LONGEST_MOMENT = 40;

    private static final Set<String> MEMBERS = Set.of("kind", "from", "legalFramework");

    /** What is asked: the shape of the request, for its description. */
    @Schema(name = "TermQuestion")
    public record Question(
            @Schema(required = true, description = "A term with a length of its own, such as IGJ-REPORT") String kind,
            @Schema(
                            required = true,
                            description = "A date, or a date-time: then its day in Europe/Amsterdam counts")
                    String from,
            @Schema(
                            defaultValue = "WLZ",
                            description = "For RETENTION alone: the act the care was given under, which decides how long its record is kept")
                    LegalFramework legalFramework) {}

    /** The term. */
    @Schema(name = "TermCalculation")
    public record Calculation(
            String kind,
            @Schema(description = "The day the term starts; it does not count itself") LocalDate from,
            LocalDate dueOn,
            LocalDate latestOn,
            LocalDate targetOn,
            String basis,
            List<String> explanation) {}

    @Inject
    CurrentCaller caller;

    @POST
    @Operation(
            operationId = "calculateTerm",
            summary = "Computes a term and explains it",
            description = "For every signed-in person. The explanation is in Dutch, or in English by Accept-Language.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Question.class)))
    public Calculation calculate(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        caller.get();
        ObjectNode question = JsonBody.object(body);
        ShapeErrors errors = new ShapeErrors();
        question.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                errors.add(ShapeErrors.pointer("#", name), "This member is not known.");
            }
        });
        Optional<TermKind> kind = kind(question.get("kind"), errors);
        Optional<LocalDate> from = from(question.get("from"), errors);
        Optional<LegalFramework> framework = framework(question.get("legalFramework"), kind, errors);
        errors.throwIfAny();
        Term term = framework
                .map(act -> Terms.kept(act.record(), from.orElseThrow()))
                .orElseGet(() -> Terms.compute(kind.orElseThrow(), from.orElseThrow()));
        Locale reader = Locale.forLanguageTag(Language.of(acceptLanguage).tag());
        return new Calculation(
                term.kind().id(),
                term.startedOn(),
                term.dueOn(),
                term.latestOn(),
                term.targetOn(),
                term.basis().in(reader),
                term.explanation().stream().map(line -> line.in(reader)).toList());
    }

    private static Optional<TermKind> kind(JsonNode node, ShapeErrors errors) {
        if (node == null || node.isNull()) {
            errors.add("#/kind", "This member is required.");
            return Optional.empty();
        }
        Optional<TermKind> kind = node.isTextual() ? TermKind.ofId(node.textValue()).filter(TermKind::isComputed) : Optional.empty();
        if (kind.isEmpty()) {
            errors.add("#/kind", "One of " + Stream.of(TermKind.values()).filter(TermKind::isComputed).map(TermKind::id).toList() + " is expected.");
        }
        return kind;
    }

    /** Empty where it is of no matter. */
    private static Optional<LegalFramework> framework(JsonNode node, Optional<TermKind> kind, ShapeErrors errors) {
        boolean matters = kind.filter(TermKind.RETENTION::equals).isPresent();
        if (node == null || node.isNull()) {
            return matters ? Optional.of(LegalFramework.WLZ) : Optional.empty();
        }
        Optional<LegalFramework> framework =
                Stream.of(LegalFramework.values()).filter(act -> act.name().equals(node.textValue())).findFirst();
        if (framework.isEmpty()) {
            errors.add("#/legalFramework", "One of " + List.of(LegalFramework.values()) + " is expected.");
        } else if (kind.isPresent() && !matters) {
            errors.add("#/legalFramework", "Only how long a record is kept (RETENTION) depends on it.");
        }
        return framework;
    }

    private static Optional<LocalDate> from(JsonNode node, ShapeErrors errors) {
        if (node == null || node.isNull()) {
            errors.add("#/from", "This member is required.");
            return Optional.empty();
        }
        Optional<LocalDate> day = node.isTextual() ? day(node.textValue()) : Optional.empty();
        if (day.isEmpty()) {
            errors.add("#/from", "A date or a date-time with offset is expected.");
        } else if (!Terms.canStartOn(day.get())) {
            errors.add("#/from", "A day from " + Terms.FIRST_START + " to " + Terms.LAST_START + " is expected.");
            return Optional.empty();
        }
        return day;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            if (text.matches(DAY)) {
                return Optional.of(LocalDate.parse(text));
            }
            if (text.length() <= LONGEST_MOMENT && text.matches(DAY + "[Tt].+")) {
                return Optional.of(AmsterdamDay.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant()));
            }
        } catch (DateTimeException e) {
            // falls through: not a day
        }
        return Optional.empty();
    }
}
