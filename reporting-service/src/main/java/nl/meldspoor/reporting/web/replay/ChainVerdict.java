package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.events.proof.HashChain;

/**
 * What recomputing the chain of a case says.
 *
 * @param length entries that were recomputed
 * @param broken the first entry at which the chain does not hold, 0 when it is whole
 * @param head the hash of the last entry: whoever noted it earlier can compare
 * @param headAgrees whether the head the service names is the one that was recomputed
 */
public record ChainVerdict(long length, long broken, String head, boolean headAgrees) {

    static ChainVerdict of(JsonNode proof) {
        List<HashChain.Link> links = new ArrayList<>();
        proof.path("events").forEach(event -> links.add(new HashChain.Link(
                event.path("sequence").asLong(),
                event.path("previousHash").isNull() ? null : event.path("previousHash").asText(),
                event.path("canonical").asText(),
                event.path("hash").asText())));
        String head = proof.path("head").asText();
        boolean agrees = !links.isEmpty()
                && links.getLast().hash().equals(head)
                && proof.path("length").asLong() == links.size();
        return new ChainVerdict(links.size(), HashChain.firstBroken(links).orElse(0), head, agrees);
    }

    public boolean whole() {
        return broken == 0 && headAgrees;
    }
}
