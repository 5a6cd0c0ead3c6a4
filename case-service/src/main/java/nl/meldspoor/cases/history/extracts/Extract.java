package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An extract as a document: the JSON answer, and what the PDF prints. All text is Dutch.
 *
 * @param kind as in the path
 * @param scope one sentence: what is in it and what is left out, and why
 * @param opening facts of the case that head the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Extract(
        String kind,
        String title,
        UUID caseId,
        String organisation,
        Instant madeAt,
        String scope,
        List<Row> opening,
        List<Section> sections) {

    public Extract {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }
}
