package nl.meldspoor.reporting.web.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.meldspoor.print.Pdf;
import nl.meldspoor.print.Press;

/** Prints reports, one at a time. Who waits sees his download under way already, so he waits longer than for a page. */
@ApplicationScoped
public class ReportPress {

    private final Press press = new Press(1, Duration.ofSeconds(60), Duration.ofSeconds(10));

    /** @param page well-formed XHTML; 503 when too many wait already */
    byte[] print(String page) {
        return press.print(() -> Pdf.print(builder -> builder.withHtmlContent(page, null)));
    }
}
