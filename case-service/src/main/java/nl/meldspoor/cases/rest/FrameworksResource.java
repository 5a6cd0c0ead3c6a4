package nl.meldspoor.cases.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.frameworks.Frameworks;

/** The questions of the weighing frameworks, for any signed-in user. */
@Path("/v1/frameworks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FrameworksResource {

    private static final String ALL = all();

    /** All of them, each in its current version. */
    @GET
    public String list() {
        return ALL;
    }

    private static String all() {
        var json = EventJson.mapper().createObjectNode();
        json.set("items", EventJson.mapper().valueToTree(Frameworks.all()));
        return json.putNull("next").toString();
    }
}
