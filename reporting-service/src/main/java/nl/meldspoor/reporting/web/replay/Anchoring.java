package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.proof.LogPlace;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.reporting.web.Visit;

/**
 * Whether a case is anchored: whether its last entry is in a signed checkpoint of its organisation's log, and since which. Signature and place
 * are checked here, of the first checkpoint it is in as well as of the newest.
 *
 * @param sequence the last entry that is in a checkpoint; its hash covers all before it. 0 where none is
 * @param later entries that were recorded since and are in none yet
 * @param since when the first checkpoint it is in was signed, in words; empty while the log does not say
 * @param key id of the key that signed, to be compared with the one the organisation gave
 */
public record Anchoring(State state, long sequence, long later, String since, String key) {

    private static final int FORBIDDEN = 403;

    /** What is to be told. */
    public enum State {
        /** The last entry is in a signed checkpoint. */
        WHOLE,
        /** An earlier entry is; the last ones are too new. */
        PART,
        /** No entry is: the case was opened after the newest checkpoint. */
        NOT_YET,
        /** The log is for auditor and board. */
        NOT_ALLOWED,
        /** The log did not answer. */
        UNREACHABLE,
        /** A signature or a place in the log does not hold. */
        REFUTED
    }

    /** What is asked of the log; both throw as the case-service refuses, or when it does not answer. */
    interface Log {
        /** The first checkpoint over at least so many events. */
        Optional<JsonNode> firstCheckpoint(long covering);

        /** The place of an event of the case in the tree of the checkpoint of that size. */
        JsonNode inclusion(long sequence, long size);
    }

    /** @param proof of the case, as the case-service gives it to this visitor; its chain is recomputed elsewhere */
    static Anchoring of(JsonNode proof, Log log, Visit visit) {
        JsonNode told = proof.path("log");
        return told.isObject() ? shown(proof, told, log, visit) : notShown(log);
    }

    private static Anchoring shown(JsonNode proof, JsonNode told, Log log, Visit visit) {
        long sequence = told.path("sequence").asLong();
        long later = proof.path("length").asLong() - sequence;
        List<NoteKey> keys = NoteKey.parseAll(told.path("key").asText());
        Optional<String> hash = hash(proof, sequence);
        if (hash.isEmpty() || !holds(told, keys, hash.get())) {
            return without(State.REFUTED);
        }
        State state = later > 0 ? State.PART : State.WHOLE;
        String key = keys.getFirst().hashHex();
        try {
            Optional<JsonNode> first = log.firstCheckpoint(told.path("index").asLong() + 1);
            if (first.isEmpty()) {
                return without(State.REFUTED);
            }
            JsonNode place = log.inclusion(sequence, first.get().path("size").asLong());
            if (!holds(place, keys, hash.get())) {
                return without(State.REFUTED);
            }
            return new Anchoring(state, sequence, later, visit.moment(Instant.parse(place.path("signedAt").asText())), key);
        } catch (ProblemException e) {
            return new Anchoring(state, sequence, later, "", key);
        }
    }

    /** Who sees no log learns why. */
    private static Anchoring notShown(Log log) {
        try {
            log.firstCheckpoint(0);
            return without(State.NOT_YET);
        } catch (ProblemException e) {
            return without(e.problem().status() == FORBIDDEN ? State.NOT_ALLOWED : State.UNREACHABLE);
        }
    }

    private static Anchoring without(State state) {
        return new Anchoring(state, 0, 0, "", "");
    }

    private static Optional<String> hash(JsonNode proof, long sequence) {
        for (JsonNode event : proof.path("events")) {
            if (event.path("sequence").asLong() == sequence) {
                return Optional.of(event.path("hash").asText());
            }
        }
        return Optional.empty();
    }

    /** Whether one of the keys signed the checkpoint that is told, and the event is in its tree. */
    private static boolean holds(JsonNode told, List<NoteKey> keys, String hash) {
        List<byte[]> inclusion = new ArrayList<>();
        told.path("inclusion").forEach(beside -> inclusion.add(Base64.getDecoder().decode(beside.asText())));
        var place = new LogPlace(told.path("index").asLong(), told.path("size").asLong(), inclusion);
        return SignedCheckpoint.parse(told.path("checkpoint").asText())
                .filter(checkpoint -> keys.stream().anyMatch(checkpoint::isSignedBy) && place.isIn(checkpoint, hash))
                .isPresent();
    }

    public boolean isAnchored() {
        return state == State.WHOLE || state == State.PART;
    }
}
