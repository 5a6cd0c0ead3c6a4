package nl.meldspoor.verifier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import org.erdtman.jcs.JsonCanonicalizer;

/** Proofs as the case-service gives them out, and a log beside them. */
final class Proofs {

    static final String CASE = "0198f0c2-0000-7000-8000-000000000001";
    static final String OTHER_CASE = "0198f0c2-0000-7000-8000-000000000002";

    private Proofs() {}

    /** A whole proof of a case with so many events. */
    static ObjectNode of(String caseId, int length) {
        ObjectNode proof = ProofFile.JSON.createObjectNode();
        ArrayNode events = proof.putArray("events");
        String previous = null;
        for (int sequence = 1; sequence <= length; sequence++) {
            previous = add(events, sequence, previous, canonical(caseId, sequence, sequence == 1 ? "CaseOpened" : "SignalRecorded"));
        }
        return proof.put("caseId", caseId).put("length", length).put("head", previous).put("algorithm", "SHA-256");
    }

    /** One more event, as long as everything else is as it was. */
    static void append(ObjectNode proof, String type) {
        ArrayNode events = proof.withArray("events");
        int sequence = events.size() + 1;
        String head = add(events, sequence, proof.path("head").asText(), canonical(proof.path("caseId").asText(), sequence, type));
        proof.put("length", sequence).put("head", head);
    }

    private static String add(ArrayNode events, int sequence, String previous, String canonical) {
        String hash = HashChain.link(previous, canonical);
        events.addObject().put("sequence", sequence).put("hash", hash).put("previousHash", previous).put("canonical", canonical);
        return hash;
    }

    static String canonical(String caseId, int sequence, String type) {
        ObjectNode event = ProofFile.JSON.createObjectNode();
        event.put("canonicalForm", 1)
                .put("eventId", "0198f0c3-0000-7000-8000-" + caseId.substring(31) + String.format("%07d", sequence))
                .put("organisation", "de-linde")
                .put("caseId", caseId)
                .put("sequence", sequence)
                .put("type", type)
                .put("recordedAt", "2026-03-02T09:00:0" + sequence + "Z")
                .put("sealed", "eyJ2IjoxLCJib3hlcyI6W119");
        try {
            return new JsonCanonicalizer(event.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes every hash after a change right again, as somebody would who rewrites a history. */
    static ObjectNode rechained(ObjectNode proof) {
        String previous = null;
        for (var event : proof.withArray("events")) {
            ObjectNode link = (ObjectNode) event;
            link.put("previousHash", previous);
            previous = HashChain.link(previous, link.path("canonical").asText());
            link.put("hash", previous);
        }
        return proof.put("head", previous);
    }

    /** A log, and who signs it. */
    static final class Log {

        final List<byte[]> leaves = new ArrayList<>();
        private final java.security.KeyPair pair;
        final NoteKey key;

        Log() throws java.security.GeneralSecurityException {
            pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            key = NoteKey.of("meldspoor/de-linde", pair.getPublic());
        }

        void add(String hash) {
            leaves.add(MerkleTree.leaf(HexFormat.of().parseHex(hash)));
        }

        /** The hashes of complete subtrees, computed anew each time. */
        byte[] subtree(int level, long index) {
            return level == 0 ? leaves.get((int) index) : MerkleTree.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
        }

        SignedCheckpoint checkpoint(long size) {
            return SignedCheckpoint.of("meldspoor/de-linde", size, MerkleTree.root(size, this::subtree)).signed(key, pair.getPrivate());
        }

        /** Puts the proof that the last event of the case stands at this index into the proof. */
        ObjectNode into(ObjectNode proof, long index, long size) {
            ObjectNode log = proof.putObject("log");
            log.put("checkpoint", checkpoint(size).note())
                    .put("key", key.text())
                    .put("sequence", proof.path("length").asLong())
                    .put("index", index)
                    .put("size", size);
            MerkleTree.inclusion(index, size, this::subtree).forEach(h -> log.withArray("inclusion").add(base64(h)));
            return proof;
        }

        ObjectNode withConsistency(ObjectNode proof, long from) {
            ObjectNode consistency = ((ObjectNode) proof.get("log")).putObject("consistency");
            consistency.put("from", from);
            MerkleTree.consistency(from, proof.path("log").path("size").asLong(), this::subtree)
                    .forEach(h -> consistency.withArray("proof").add(base64(h)));
            return proof;
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
