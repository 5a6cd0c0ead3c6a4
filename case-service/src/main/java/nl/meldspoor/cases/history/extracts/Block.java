package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A piece of a section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Recorded.class, name = "entry"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table")
})
public sealed interface Block {

    /** A remark of the extract itself. */
    record Paragraph(String text) implements Block {}

    /** Labelled values. */
    record Facts(List<Row> rows) implements Block {
        public Facts {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One entry of the case.
     *
     * @param sequence its place in the case; null where a gap in the numbers would tell what was left out
     * @param type name of the event
     * @param happened Dutch day or moment
     * @param recordedBy role of who recorded it, or null where the extract does not say
     * @param remarks corrected, late, deviated …
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(
            Long sequence,
            String type,
            String title,
            String happened,
            String recordedBy,
            List<String> remarks,
            List<Row> rows)
            implements Block {
        public Recorded {
            remarks = List.copyOf(remarks);
            rows = List.copyOf(rows);
        }
    }

    /** Rows of the same columns; every line has as many cells as there are columns. */
    record Table(String caption, List<String> columns, List<List<String>> lines) implements Block {
        public Table {
            columns = List.copyOf(columns);
            lines = lines.stream().map(List::copyOf).toList();
            for (List<String> line : lines) {
                if (line.size() != columns.size()) {
                    throw new IllegalArgumentException("expected " + columns.size() + " cells, but was " + line.size());
                }
            }
        }
    }
}
