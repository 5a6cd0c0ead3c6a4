package nl.meldspoor.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.verifier.Finding.Code;
import org.erdtman.jcs.JsonCanonicalizer;

/** Recomputes the chain of a case, and looks whether every event belongs where it stands. Names all that is wrong, not only the first. */
final class ChainCheck {

    private final ProofFile proof;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Set<Long> sequences = new HashSet<>();
    private String organisation;
    private Instant recordedAt = Instant.MIN;
    private Long erasedAt;

    private ChainCheck(ProofFile proof) {
        this.proof = proof;
    }

    /**
     * What came out.
     *
     * @param organisation as the texts say, or null
     * @param erasedAt sequence of the erasure, or null when the content was not erased
     */
    record Checked(List<Finding> findings, String organisation, Long erasedAt) {

        boolean isWhole() {
            return findings.isEmpty();
        }

        Verdict verdict(long events) {
            return isWhole()
                    ? Verdict.yes(
                            "De keten is heel: " + events + (events == 1 ? " gebeurtenis, " : " gebeurtenissen, ") + "elk volgt op de vorige en is niet veranderd.",
                            "The chain is whole: " + events + (events == 1 ? " event, " : " events, ") + "each follows the one before it and was not changed.")
                    : Verdict.no("De keten is NIET heel.", "The chain is NOT whole.", findings);
        }
    }

    static Checked of(ProofFile proof) {
        return new ChainCheck(proof).check();
    }

    private Checked check() {
        if (proof.events().isEmpty()) {
            findings.add(Finding.of(Code.NO_EVENTS));
        }
        String previousHash = null;
        long expected = 1;
        for (ProofFile.Link link : proof.events()) {
            place(link, expected);
            if (link.sequence() == 1 && link.previousHash() != null && previousHash == null) {
                findings.add(Finding.at(Code.FIRST_FOLLOWS_ANOTHER, 1));
            } else if (!java.util.Objects.equals(previousHash, link.previousHash())) {
                findings.add(Finding.at(previousHash == null ? Code.FIRST_FOLLOWS_ANOTHER : Code.LINK_BROKEN, link.sequence()));
            }
            if (!HashChain.link(link.previousHash(), link.canonical()).equals(link.hash())) {
                findings.add(Finding.at(Code.TEXT_CHANGED, link.sequence()));
            }
            text(link);
            previousHash = link.hash();
            expected = link.sequence() + 1;
        }
        if (proof.length() != proof.events().size()) {
            findings.add(Finding.of(Code.LENGTH_DIFFERS));
        }
        if (!proof.head().equals(previousHash)) {
            findings.add(Finding.of(Code.STATED_HEAD_DIFFERS));
        }
        return new Checked(List.copyOf(findings), organisation, erasedAt);
    }

    private void place(ProofFile.Link link, long expected) {
        if (!sequences.add(link.sequence())) {
            findings.add(Finding.at(Code.EVENT_TWICE, link.sequence()));
        } else if (link.sequence() > expected) {
            findings.add(Finding.at(Code.EVENT_MISSING, link.sequence()));
        } else if (link.sequence() < expected) {
            findings.add(Finding.at(Code.OUT_OF_ORDER, link.sequence()));
        }
    }

    private void text(ProofFile.Link link) {
        JsonNode event = canonical(link.canonical());
        if (event == null) {
            findings.add(Finding.at(Code.NOT_CANONICAL, link.sequence()));
            return;
        }
        if (event.path("sequence").asLong() != link.sequence()) {
            findings.add(Finding.at(Code.NUMBER_DIFFERS, link.sequence()));
        }
        if (!event.path("caseId").asText().equals(proof.caseId())) {
            findings.add(Finding.at(Code.OTHER_CASE, link.sequence()));
        }
        if (organisation == null) {
            organisation = event.path("organisation").asText();
        } else if (!organisation.equals(event.path("organisation").asText())) {
            findings.add(Finding.at(Code.OTHER_ORGANISATION, link.sequence()));
        }
        if (!eventIds.add(event.path("eventId").asText()) && !findings.contains(Finding.at(Code.EVENT_TWICE, link.sequence()))) {
            findings.add(Finding.at(Code.EVENT_TWICE, link.sequence()));
        }
        if (link.sequence() == 1 && !event.path("type").asText().equals("CaseOpened")) {
            findings.add(Finding.at(Code.NOT_AN_OPENING, link.sequence()));
        }
        if (event.path("type").asText().equals("CaseErased")) {
            erasedAt = link.sequence();
        }
        time(event, link);
    }

    private void time(JsonNode event, ProofFile.Link link) {
        try {
            Instant recorded = Instant.parse(event.path("recordedAt").asText());
            if (recorded.isBefore(recordedAt)) {
                findings.add(Finding.at(Code.TIME_WENT_BACK, link.sequence()));
            }
            recordedAt = recorded;
        } catch (DateTimeParseException e) {
            findings.add(Finding.at(Code.NOT_CANONICAL, link.sequence()));
        }
    }

    /** Null when the text is not the one canonical writing of a JSON object. */
    private static JsonNode canonical(String text) {
        try {
            JsonNode event = ProofFile.JSON.readTree(text);
            return event.isObject() && new JsonCanonicalizer(text).getEncodedString().equals(text) ? event : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            // the canonicalizer answers odd text with whatever it runs into
            return null;
        }
    }
}
