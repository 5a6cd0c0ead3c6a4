package nl.meldspoor.cases.history.extracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An extract as an HTML document tree. The tree is built node by node: recorded text never passes through a parser, so nothing that
 * somebody typed can become markup.
 */
final class ExtractPage {

    private static final Set<String> SPOKEN = Set.of("literalWords", "questionsAsked");
    private static final int MANY_COLUMNS = 5;
    private static final int SHORT_CELL = 18;
    private static final int LINES_KEPT_TOGETHER = 12;
    private static final String STYLE = style();

    private final Document document;

    private ExtractPage() {
        try {
            this.document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style() {
        try (InputStream in = ExtractPage.class.getResourceAsStream("extract.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document of(Extract extract) {
        ExtractPage page = new ExtractPage();
        page.build(extract);
        return page.document;
    }

    private void build(Extract extract) {
        Element html = document.createElement("html");
        html.setAttribute("lang", "nl");
        document.appendChild(html);
        head(html, extract);
        Element body = child(html, "body");
        running(body, "heading", "Meldspoor · " + extract.title());
        running(body, "made", DutchDates.dayOf(extract.madeAt()));
        running(body, "confidential", "Vertrouwelijk");
        running(body, "number", extract.caseId().toString());
        styled(body, "p", "mark", "MELDSPOOR");
        text(child(body, "h1"), extract.title());
        styled(body, "p", "subtitle", "Opgemaakt op " + DutchDates.moment(extract.madeAt()) + " · " + extract.organisation());
        facts(body, extract.opening(), "facts opening");
        styled(body, "p", "scope", extract.scope());
        for (int i = 0; i < extract.sections().size(); i++) {
            section(body, extract.sections().get(i), "deel" + (i + 1));
        }
    }

    private void head(Element html, Extract extract) {
        Element head = child(html, "head");
        text(child(head, "title"), extract.title() + ", " + DutchDates.dayOf(extract.madeAt()));
        meta(head, "description", extract.scope());
        meta(head, "author", extract.organisation());
        meta(head, "subject", extract.title());
        text(child(head, "style"), STYLE);
        Element bookmarks = child(head, "bookmarks");
        for (int i = 0; i < extract.sections().size(); i++) {
            Element bookmark = child(bookmarks, "bookmark");
            bookmark.setAttribute("name", extract.sections().get(i).title());
            bookmark.setAttribute("href", "#deel" + (i + 1));
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = child(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void running(Element body, String id, String words) {
        Element running = styled(body, "div", "running", words);
        running.setAttribute("id", id);
    }

    private void section(Element body, Section section, String id) {
        Element title = child(body, "h2");
        title.setAttribute("id", id);
        text(title, section.title());
        styled(body, "p", "source", section.source());
        section.blocks().forEach(block -> block(body, block));
    }

    private void block(Element body, Block block) {
        switch (block) {
            case Block.Paragraph p -> text(child(body, "p"), p.text());
            case Block.Facts f -> facts(body, f.rows(), "facts");
            case Block.Recorded r -> recorded(body, r);
            case Block.Table t -> table(body, t);
        }
    }

    private void recorded(Element body, Block.Recorded entry) {
        Element division = child(body, "div");
        division.setAttribute("class", "entry");
        text(child(division, "h3"), entry.title());
        StringBuilder when = new StringBuilder(entry.happened());
        if (entry.recordedBy() != null) {
            when.append(" · vastgelegd door ").append(entry.recordedBy());
        }
        if (entry.sequence() != null) {
            when.append(" · nr. ").append(entry.sequence());
        }
        styled(division, "p", "when", when.toString());
        entry.remarks().forEach(remark -> styled(division, "p", "remark", remark));
        facts(division, entry.rows(), "facts");
    }

    private void facts(Element body, List<Row> rows, String style) {
        if (rows.isEmpty()) {
            return;
        }
        Element table = child(body, "table");
        table.setAttribute("class", style);
        Element lines = child(table, "tbody");
        for (Row row : rows) {
            Element line = child(lines, "tr");
            Element label = child(line, "th");
            label.setAttribute("scope", "row");
            text(label, row.label());
            Element value = child(line, "td");
            switch (row.state()) {
                case NOT_RECORDED -> absent(value, DutchLabels.word("not-recorded"));
                case ERASED -> absent(value, DutchLabels.word("erased"));
                case RECORDED -> values(value, row);
            }
        }
    }

    private void absent(Element cell, String word) {
        cell.setAttribute("class", "absent");
        text(cell, word);
    }

    private void values(Element cell, Row row) {
        if (SPOKEN.contains(row.name())) {
            cell.setAttribute("class", "words");
        }
        if (row.values().size() == 1) {
            text(cell, row.values().getFirst());
            return;
        }
        row.values().forEach(value -> styled(cell, "div", "value", value));
    }

    private void table(Element body, Block.Table content) {
        Element table = child(body, "table");
        table.setAttribute(
                "class",
                "lines"
                        + (content.columns().size() >= MANY_COLUMNS ? " wide" : "")
                        + (content.lines().size() <= LINES_KEPT_TOGETHER ? " kept" : ""));
        text(child(table, "caption"), content.caption());
        Element head = child(child(table, "thead"), "tr");
        for (String column : content.columns()) {
            Element cell = child(head, "th");
            cell.setAttribute("scope", "col");
            text(cell, column);
        }
        Element lines = child(table, "tbody");
        for (List<String> cells : content.lines()) {
            Element line = child(lines, "tr");
            cells.forEach(cell -> cell(line, cell));
        }
    }

    private void cell(Element line, String words) {
        Element cell = child(line, "td");
        if (words.length() <= SHORT_CELL) {
            // A date broken over two lines is hard to read.
            cell.setAttribute("class", "short");
        }
        text(cell, words);
    }

    private Element styled(Element parent, String tag, String style, String words) {
        Element element = child(parent, tag);
        element.setAttribute("class", style);
        text(element, words);
        return element;
    }

    private Element child(Element parent, String tag) {
        Element element = document.createElement(tag);
        parent.appendChild(element);
        return element;
    }

    private void text(Element element, String words) {
        element.appendChild(document.createTextNode(words));
    }
}
