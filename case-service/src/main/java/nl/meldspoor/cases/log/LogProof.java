package nl.meldspoor.cases.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.proof.NoteKey;

/** What connects a case with the log of its organisation, as {@code ./meldspoor verify} reads it. */
@ApplicationScoped
public class LogProof {

    @Inject
    LogTrees trees;

    @Inject
    SigningKeys keys;

    @Inject
    LogBeans.CurrentLog current;

    /**
     * The checkpoint and that the case is in it.
     *
     * @param size of the checkpoint, null: the newest
     * @param from size of an earlier tree that is to be shown to be its beginning, or null
     * @return empty when there is no such checkpoint, or no event of the case is in it yet
     */
    public Optional<ObjectNode> of(String organisation, UUID caseId, Long size, Long from) {
        LogId log = current.of(organisation);
        return (size == null ? trees.newest(log) : trees.ofSize(log, size))
                .flatMap(checkpoint -> trees.lastOf(log, caseId, checkpoint.size()).map(place -> told(log, checkpoint, place, from)));
    }

    private ObjectNode told(LogId log, LogTrees.Checkpoint checkpoint, LogTrees.Place place, Long from) {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.put("checkpoint", checkpoint.note())
                .put("key", keys.of(log.origin()).stream().map(NoteKey::text).collect(Collectors.joining("\n")))
                .put("sequence", place.sequence())
                .put("index", place.index())
                .put("size", checkpoint.size());
        json.set("inclusion", hashes(trees.inclusion(log, place.index(), checkpoint.size())));
        if (from != null && from <= checkpoint.size()) {
            json.putObject("consistency").put("from", from).set("proof", hashes(trees.consistency(log, from, checkpoint.size())));
        }
        return json;
    }

    /** Base64, the lowest first. */
    public static ArrayNode hashes(List<byte[]> hashes) {
        ArrayNode array = EventJson.mapper().createArrayNode();
        hashes.forEach(hash -> array.add(Base64.getEncoder().encodeToString(hash)));
        return array;
    }
}
