package nl.meldspoor.reporting.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.CurrentVisit;
import nl.meldspoor.reporting.web.Place;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.reporting.web.peers.NotificationService;

/** {@code /inbox}: what is unread first, then what was read. Opening something marks it as read. */
@Path("/inbox")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class InboxPage {

    private static final int PAGE_OF = 50;
    private static final String HERE = "/inbox";

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance inbox(Visit visit, List<Message> unread, List<Message> read, String moreUnread, String older, boolean first);

        static native TemplateInstance news(Visit visit);

        private Templates() {}
    }

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentVisit visits;

    @Inject
    NotificationService notifications;

    @Inject
    Clock clock;

    /** @param older where a page of older ones starts; @param more where a page of more unread ones starts */
    @GET
    public TemplateInstance show(@QueryParam("older") String older, @QueryParam("more") String more) {
        enter();
        Visit visit = visits.get();
        boolean first = older == null && more == null;
        JsonNode unread = first || more != null ? notifications.inbox(true, more, PAGE_OF) : null;
        JsonNode all = first || older != null ? notifications.inbox(false, older, PAGE_OF) : null;
        return Templates.inbox(
                visit,
                unread == null ? List.of() : Message.of(unread, visit, clock),
                all == null ? List.of() : Message.of(all, visit, clock).stream().filter(m -> !first || !m.unread()).toList(),
                next(unread),
                next(all),
                first);
    }

    private static String next(JsonNode page) {
        return page == null || page.path("next").isNull() ? "" : page.path("next").asText();
    }

    /** Says that something came while the page was open; the list stays as it is under the reader's eyes. */
    @GET
    @Path("news")
    public TemplateInstance news() {
        enter();
        return Templates.news(visits.get());
    }

    /** How much is unread, for a page that cannot listen. */
    @GET
    @Path("count")
    @Produces(MediaType.TEXT_PLAIN)
    public String count() {
        enter();
        return Long.toString(notifications.unread());
    }

    /** Marks it as read and goes to what it is about. */
    @POST
    @Path("{id}/open")
    public Response open(@PathParam("id") String id, @FormParam("to") String to) {
        enter();
        notifications.markRead(uuid(id));
        return Response.seeOther(URI.create(Message.page("/v1" + to).orElse(HERE))).build();
    }

    /** Marks one as read. On a page with htmx it goes away, and the count with it; a failure is shown beside it. */
    @POST
    @Path("{id}/read")
    public Response read(@PathParam("id") String id, @HeaderParam("HX-Request") String part) {
        enter();
        notifications.markRead(uuid(id));
        if (part == null) {
            return Response.seeOther(URI.create(HERE)).build();
        }
        return Response.ok("")
                .header("HX-Reswap", "delete")
                .header("HX-Trigger", "{\"unread\":{\"value\":" + notifications.unread() + "}}")
                .build();
    }

    /** Marks those that were shown as read. */
    @POST
    @Path("read")
    public Response readAll(@FormParam("id") List<String> ids) {
        enter();
        ids.stream().limit(PAGE_OF).map(InboxPage::uuid).forEach(this::markRead);
        return Response.seeOther(URI.create(HERE)).build();
    }

    private void markRead(UUID id) {
        try {
            notifications.markRead(id);
        } catch (ProblemException e) {
            // It is not in his inbox any more: nothing is left to read.
            if (e.problem().status() != 404) {
                throw e;
            }
        }
    }

    private void enter() {
        if (!Place.INBOX.isFor(caller.get())) {
            throw ProblemException.forbidden("This role has no inbox.");
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
