package nl.meldspoor.cases.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.cases.access.Acting;
import nl.meldspoor.cases.access.CaseAccess;
import nl.meldspoor.cases.access.KeeperReach;
import nl.meldspoor.cases.log.LogBeans;
import nl.meldspoor.cases.log.LogId;
import nl.meldspoor.cases.log.LogProof;
import nl.meldspoor.cases.log.LogTrees;
import nl.meldspoor.cases.log.SigningKeys;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Cursor;
import nl.meldspoor.http.Page;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/**
 * The Merkle log over all events of the caller's organisation, for auditor and board: checkpoints to keep, keys to check them with, and proofs.
 * Leaves are hashes; nothing here says what, of whom or in which case. A checkpoint or a key is a text to keep as it is with
 * {@code Accept: text/plain}.
 */
@Path("/v1/log")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
public class LogResource {

    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");
    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, TEXT).build();
    private static final int MOST_LEAVES = 10_000;

    @Context
    Request request;

    @Inject
    CurrentCaller caller;

    @Inject
    PersonRefs refs;

    @Inject
    CaseAccess access;

    @Inject
    KeeperReach keeper;

    @Inject
    LogTrees trees;

    @Inject
    SigningKeys keys;

    @Inject
    LogBeans.CurrentLog current;

    /** The newest checkpoint; 404 while there is none. */
    @GET
    @Path("checkpoint")
    public Response checkpoint() {
        var log = log(auditorOrBoard());
        var checkpoint = trees.newest(log).orElseThrow(ProblemException::notFound);
        return answer(checkpoint.note(), told(log, checkpoint));
    }

    /** Checkpoints, the newest first; with {@code size} the one over so many events, with {@code covering} the first over at least so many. */
    @GET
    @Path("checkpoints")
    @Produces(MediaType.APPLICATION_JSON)
    public String checkpoints(
            @QueryParam("size") String size,
            @QueryParam("covering") String covering,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var log = log(auditorOrBoard());
        var errors = new ShapeErrors();
        var ofSize = size(size, "size", errors);
        var atLeast = size(covering, "covering", errors);
        if (size != null && covering != null) {
            errors.addParameter("covering", "Not together with size.");
        }
        errors.throwIfAny();
        var asked = Page.request(limit, cursor, 1);
        List<LogTrees.Checkpoint> found;
        if (ofSize != null) {
            found = trees.ofSize(log, ofSize).stream().toList();
        } else if (atLeast != null) {
            found = trees.firstCovering(log, atLeast).stream().toList();
        } else {
            found = trees.checkpoints(log, asked.cursor().map(c -> c.number(0)).orElse(null), asked.fetch());
        }
        var page = Page.of(found, asked, checkpoint -> Cursor.of(checkpoint.size()));
        var json = object();
        var items = json.putArray("items");
        page.items().forEach(checkpoint -> items.add(told(log, checkpoint)));
        return json.put("next", page.next()).toString();
    }

    /** That an event of a case is in the tree of a checkpoint; of a case within reach only. */
    @GET
    @Path("proofs/inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    public String inclusion(@QueryParam("caseId") String caseId, @QueryParam("sequence") String sequence, @QueryParam("size") String size) {
        var who = auditorOrBoard();
        var log = log(who);
        var errors = new ShapeErrors();
        var id = CaseIds.parse(caseId);
        if (id.isEmpty()) {
            errors.addParameter("caseId", "A UUID is expected.");
        }
        var of = size(sequence, "sequence", errors);
        if (sequence == null) {
            errors.addParameter("sequence", "Required.");
        }
        var ofSize = size(size, "size", errors);
        errors.throwIfAny();
        requireReach(who, id.get());
        var checkpoint = (ofSize == null ? trees.newest(log) : trees.ofSize(log, ofSize)).orElseThrow(ProblemException::notFound);
        var index = trees.leafOf(log, id.get(), of).filter(i -> i < checkpoint.size()).orElseThrow(ProblemException::notFound);
        var json = told(log, checkpoint).put("caseId", id.get().toString()).put("sequence", of).put("index", index);
        json.set("inclusion", LogProof.hashes(trees.inclusion(log, index, checkpoint.size())));
        return json.toString();
    }

    /** That the tree of one checkpoint begins with the tree of an earlier one. */
    @GET
    @Path("proofs/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public String consistency(@QueryParam("from") String from, @QueryParam("to") String to) {
        var log = log(auditorOrBoard());
        var errors = new ShapeErrors();
        var first = size(from, "from", errors);
        if (from == null) {
            errors.addParameter("from", "Required: the size of the checkpoint that was kept.");
        }
        var second = size(to, "to", errors);
        errors.throwIfAny();
        var checkpoint = (second == null ? trees.newest(log) : trees.ofSize(log, second)).orElseThrow(ProblemException::notFound);
        if (first > checkpoint.size()) {
            throw new ShapeErrors().addParameter("from", "Not larger than the later size, " + checkpoint.size() + ", is expected.").asProblem().asException();
        }
        var json = told(log, checkpoint).put("from", first).put("to", checkpoint.size());
        json.set("consistency", LogProof.hashes(trees.consistency(log, first, checkpoint.size())));
        return json.toString();
    }

    /** The chain hashes the leaves are made of, to compute a root from; of no more than is in the newest checkpoint. */
    @GET
    @Path("leaves")
    @Produces(MediaType.APPLICATION_JSON)
    public String leaves(@QueryParam("from") String from, @QueryParam("limit") String limit) {
        var log = log(auditorOrBoard());
        var errors = new ShapeErrors();
        var first = size(from, "from", errors);
        errors.throwIfAny();
        var most = Page.limit(limit, MOST_LEAVES, MOST_LEAVES);
        var begin = first == null ? 0 : first;
        var size = trees.newest(log).map(LogTrees.Checkpoint::size).orElse(0L);
        var json = object().put("origin", log.origin()).put("size", size);
        var items = json.putArray("items");
        trees.leaves(log, begin, Math.min(size, begin + most))
                .forEach(leaf -> items.addObject().put("index", leaf.index()).put("hash", java.util.HexFormat.of().formatHex(leaf.hash())));
        return json.put("next", begin + most < size ? Long.toString(begin + most) : null).toString();
    }

    /** The public keys that sign checkpoints. */
    @GET
    @Path("key")
    public Response key() {
        var log = log(auditorOrBoard());
        var all = keys.of(log.origin());
        var json = object().put("origin", log.origin());
        var array = json.putArray("keys");
        all.forEach(key -> array.addObject().put("id", key.hashHex()).put("algorithm", "Ed25519").put("key", key.text()));
        return answer(all.stream().map(key -> key.text() + "\n").collect(Collectors.joining()), json);
    }

    private Response answer(String text, ObjectNode json) {
        var form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        var answer = form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE) ? Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE) : Response.ok(text, TEXT);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static ObjectNode told(LogId log, LogTrees.Checkpoint checkpoint) {
        return object()
                .put("origin", log.origin())
                .put("size", checkpoint.size())
                .put("root", Base64.getEncoder().encodeToString(checkpoint.root()))
                .put("signedAt", checkpoint.signedAt().toString())
                .put("checkpoint", checkpoint.note());
    }

    private Caller auditorOrBoard() {
        var who = caller.get();
        who.requireAny(Role.AUDITOR, Role.BOARD);
        return who;
    }

    private LogId log(Caller who) {
        return current.of(who.requireOrganisation());
    }

    private void requireReach(Caller who, UUID caseId) {
        var acting = Acting.of(who, who.requireOrganisation(), null, refs);
        access.find(caseId, acting).or(() -> keeper.find(caseId, acting)).orElseThrow(ProblemException::notFound);
    }

    /** A whole number as it is written, null when it is not given. */
    static Long size(String given, String name, ShapeErrors errors) {
        if (given == null) {
            return null;
        }
        if (given.matches("[0-9]{1,15}")) {
            return Long.valueOf(given);
        }
        errors.addParameter(name, "A whole number is expected.");
        return null;
    }

    private static ObjectNode object() {
        return EventJson.mapper().createObjectNode();
    }
}
