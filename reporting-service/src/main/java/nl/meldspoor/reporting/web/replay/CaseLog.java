package nl.meldspoor.reporting.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.reporting.web.peers.CaseService;

/** The log of the organisation, asked about one case as the visitor. */
record CaseLog(CaseService cases, UUID caseId) implements Anchoring.Log {

    @Override
    public Optional<JsonNode> firstCheckpoint(long covering) {
        return cases.firstCheckpoint(covering);
    }

    @Override
    public JsonNode inclusion(long sequence, long size) {
        return cases.inclusion(caseId, sequence, size);
    }
}
