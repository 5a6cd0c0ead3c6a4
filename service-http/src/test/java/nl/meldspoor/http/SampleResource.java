package nl.meldspoor.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What the tests of this module call: one of everything a service does. */
@Path("/v1/samples")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    /** A body that Jackson binds. */
    public record Sample(String name, int count) {}

    @Inject
    CurrentCaller caller;

    @GET
    public Map<String, Object> who() {
        var who = caller.get();
        return Map.of(
                "user", who.userName(),
                "organisation", who.organisation().orElse("-"),
                "units", who.units(),
                "roles", who.roles().stream().map(Role::code).toList(),
                "virtual", Thread.currentThread().isVirtual());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> size(byte[] body) {
        return Map.of("members", JsonBody.object(body).size(), "bytes", body.length);
    }

    @POST
    @Path("bound")
    @Consumes(MediaType.APPLICATION_JSON)
    public Sample bound(Sample sample) {
        return sample;
    }

    @GET
    @Path("pages")
    public Page<Integer> page(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var request = Page.request(limit, cursor, 1);
        long after = request.cursor().map(c -> c.number(0)).orElse(0L);
        var rows = List.of(1, 2, 3).stream().filter(n -> n > after).limit(request.fetch()).toList();
        return Page.of(rows, request, n -> Cursor.of(n.longValue()));
    }

    @GET
    @Path("boom")
    public String boom() {
        throw new IllegalStateException("planted-secret");
    }

    @GET
    @Path("busy")
    public String busy() {
        throw ProblemException.unavailable(3);
    }

    @GET
    @Path("rule")
    public String rule() {
        throw Problem.of("urn:meldspoor:rule:DEC-1", 409, "Rule DEC-1", "…").with("rule", "DEC-1").asException();
    }

    @GET
    @Path("stale")
    public String stale() {
        throw ProblemException.preconditionFailed();
    }

    @GET
    @Path("board-only")
    public String boardOnly() {
        caller.get().requireAny(Role.BOARD);
        return "{}";
    }
}
