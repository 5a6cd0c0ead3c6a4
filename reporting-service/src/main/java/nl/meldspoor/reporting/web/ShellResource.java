package nl.meldspoor.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** The small pages around the others: the language, and having signed in or out. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ShellResource {

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        static native TemplateInstance signedOut(Visit visit);

        static native TemplateInstance signedIn(Visit visit);

        private Templates() {}
    }

    @Inject
    CurrentVisit visit;

    /** The other language from now on, and back to where one was. */
    @GET
    @Path("language/{tag: nl|en}")
    public Response language(@PathParam("tag") String tag, @QueryParam("back") String back) {
        var cookie = new NewCookie.Builder(Visit.LANGUAGE_COOKIE)
                .value(tag)
                .path("/")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(OwnAddress.of(back))).cookie(cookie).build();
    }

    /** Where signing in again in another tab ends: the first tab goes on. */
    @GET
    @Path("signed-in")
    public TemplateInstance signedIn() {
        return Templates.signedIn(visit.get());
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut(visit.get());
    }
}
