package nl.meldspoor.reporting.web.peers;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * A refusal of another service as our own: 401, 403 and 404 lead to the page that says so, 400 and 409 go back into the form. What
 * went wrong over there is not the visitor's doing: 503.
 */
public class PeerProblems implements ResponseExceptionMapper<ProblemException> {

    private static final Set<String> OWN_MEMBERS = Set.of("type", "title", "status", "detail");
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public ProblemException toThrowable(Response response) {
        int status = response.getStatus();
        if (status >= 500 || status == 429) {
            return ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
        return read(status, response.readEntity(String.class)).asException();
    }

    private static Problem read(int status, String body) {
        try {
            JsonObject json = new JsonObject(body);
            Map<String, Object> more = new LinkedHashMap<>();
            json.fieldNames().stream().filter(name -> !OWN_MEMBERS.contains(name)).forEach(name -> more.put(name, plain(json.getValue(name))));
            return new Problem(
                    json.getString("type", "about:blank"),
                    json.getString("title", ""),
                    status,
                    json.getString("detail", ""),
                    more);
        } catch (DecodeException | ClassCastException e) {
            return Problem.of(status, "");
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case JsonObject object -> object.getMap();
            case JsonArray array -> array.stream().map(PeerProblems::plain).toList();
            case null -> "";
            default -> value;
        };
    }
}
