package nl.meldspoor.verifier;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A proof as it was given out. Only its form is looked at here; members that are not known are left alone.
 *
 * @param length as stated
 * @param head as stated
 */
record ProofFile(String caseId, long length, String head, List<Link> events, Optional<LogProof> log) {

    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final String ALGORITHM = "SHA-256";

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxStringLength(100_000_000).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One event.
     *
     * @param previousHash null for the first
     */
    record Link(long sequence, String hash, String previousHash, String canonical) {}

    /**
     * What connects the case with the log of its organisation.
     *
     * @param key of who signs, as the proof itself says
     * @param sequence the event whose place in the log is shown; those before it are covered by its hash
     * @param index of its leaf
     * @param size of the tree of the checkpoint
     * @param from size of an earlier tree, or -1
     * @param consistency that the tree goes on from the earlier one
     */
    record LogProof(
            String checkpoint, String key, long sequence, long index, long size, List<byte[]> inclusion, long from, List<byte[]> consistency) {}

    /** Cannot be checked at all. */
    static final class Unreadable extends Exception {

        private final Told told;

        Unreadable(String nl, String en) {
            super(en, null, false, false);
            this.told = new Told(nl, en);
        }

        Told told() {
            return told;
        }
    }

    static ProofFile read(Path file) throws Unreadable {
        JsonNode json = json(file);
        if (!json.path("caseId").isTextual()
                || !json.path("length").isIntegralNumber()
                || !json.path("head").isTextual()
                || !json.path("events").isArray()) {
            throw new Unreadable(
                    "Dit is geen bewijs van een casus: caseId, length, head of events ontbreekt.",
                    "This is not the proof of a case: caseId, length, head or events is missing.");
        }
        if (!ALGORITHM.equals(json.path("algorithm").asText())) {
            throw new Unreadable("Het algoritme is niet " + ALGORITHM + ".", "The algorithm is not " + ALGORITHM + ".");
        }
        List<Link> events = new ArrayList<>();
        for (JsonNode event : json.get("events")) {
            JsonNode previous = event.path("previousHash");
            if (!event.path("sequence").isIntegralNumber()
                    || !isHash(event.path("hash"))
                    || !(previous.isNull() || isHash(previous))
                    || !event.path("canonical").isTextual()) {
                throw new Unreadable(
                        "Gebeurtenis " + (events.size() + 1) + " in het bestand heeft niet de goede vorm.",
                        "Event " + (events.size() + 1) + " of the file has not the right form.");
            }
            events.add(new Link(
                    event.get("sequence").asLong(),
                    event.get("hash").asText(),
                    previous.isNull() ? null : previous.asText(),
                    event.get("canonical").asText()));
        }
        return new ProofFile(
                json.get("caseId").asText(), json.get("length").asLong(), json.get("head").asText(), events, log(json.path("log")));
    }

    private static JsonNode json(Path file) throws Unreadable {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unreadable("Het bestand is te groot.", "The file is too large.");
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new Unreadable("Het bestand is geen geldige JSON.", "The file is not valid JSON.");
        } catch (IOException e) {
            throw new Unreadable("Het bestand kan niet worden gelezen.", "The file cannot be read.");
        }
    }

    private static boolean isHash(JsonNode node) {
        return node.isTextual() && node.asText().matches("[0-9a-f]{64}");
    }

    private static Optional<LogProof> log(JsonNode log) throws Unreadable {
        if (log.isMissingNode() || log.isNull()) {
            return Optional.empty();
        }
        JsonNode consistency = log.path("consistency");
        return Optional.of(new LogProof(
                log.path("checkpoint").asText(),
                log.path("key").asText(),
                log.path("sequence").asLong(),
                log.path("index").asLong(-1),
                log.path("size").asLong(),
                hashes(log.path("inclusion")),
                consistency.path("from").asLong(-1),
                hashes(consistency.path("proof"))));
    }

    private static List<byte[]> hashes(JsonNode array) throws Unreadable {
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode node : array) {
            try {
                hashes.add(Base64.getDecoder().decode(node.asText()));
            } catch (IllegalArgumentException e) {
                throw new Unreadable("Een hash in het logboekbewijs is onleesbaar.", "A hash in the proof of the log cannot be read.");
            }
        }
        return hashes;
    }
}
