package nl.meldspoor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Turns whatever was thrown into the answer, the same for resources and for the routes below them. */
final class Failures {

    /** An answer: the problem and its header fields. */
    record Answer(Problem problem, Map<String, String> headers) {}

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    static Answer answer(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> new Answer(e.problem(), e.headers());
            case AuthenticationFailedException e -> unauthorized(true);
            case UnauthorizedException e -> unauthorized(false);
            case ForbiddenException e -> plain(403);
            case JsonProcessingException e -> unreadable(e);
            case WebApplicationException e when e.getCause() instanceof JsonProcessingException cause -> unreadable(cause);
            case WebApplicationException e -> ofStatus(e);
            case ConnectException e -> unavailable();
            case RuntimeException e when e.getCause() instanceof ProblemException cause -> answer(cause);
            case RuntimeException e when e.getCause() instanceof ConnectException -> unavailable();
            default -> defect(thrown);
        };
    }

    static Answer plain(int status) {
        return new Answer(Problem.of(status, Statuses.detail(status)), Map.of());
    }

    static Answer unauthorized(boolean tokenGiven) {
        return new Answer(
                Problem.of(401, tokenGiven ? "The access token is expired or was not given out for this service." : Statuses.detail(401)),
                Map.of("WWW-Authenticate", tokenGiven ? "Bearer error=\"invalid_token\"" : "Bearer"));
    }

    static Answer unavailable() {
        return new Answer(Problem.of(503, Statuses.detail(503)), Map.of("Retry-After", "1"));
    }

    /** 500. The log gets classes and lines, never messages: those of drivers and parsers quote what they were given. */
    static Answer defect(Throwable thrown) {
        var correlationId = UUID.randomUUID();
        LOG.errorf(Traces.withoutMessages(thrown), "request failed correlationId=%s", correlationId);
        return new Answer(Problem.defect(correlationId), Map.of());
    }

    private static Answer ofStatus(WebApplicationException e) {
        var response = e.getResponse();
        var status = response.getStatus();
        if (status < 400) {
            return defect(e);
        }
        if (status == 401) {
            return unauthorized(false);
        }
        if (status == 500) {
            return defect(e);
        }
        return status == 503 ? unavailable() : plain(status);
    }

    private static Answer unreadable(JsonProcessingException e) {
        var pointer = "#";
        if (e instanceof JsonMappingException mapping) {
            for (var reference : mapping.getPath()) {
                pointer = reference.getFieldName() == null
                        ? ShapeErrors.pointer(pointer, reference.getIndex())
                        : ShapeErrors.pointer(pointer, reference.getFieldName());
            }
        }
        var detail = pointer.equals("#") ? "The body is not JSON of the expected shape." : "This is not expected here.";
        return new Answer(new ShapeErrors().add(pointer, detail).asProblem(), Map.of());
    }
}
