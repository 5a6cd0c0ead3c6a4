package nl.meldspoor.cases.history.extracts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.meldspoor.print.Press;

/** Prints extracts, few at a time. */
@ApplicationScoped
public class PrintingRoom {

    private final Press press = new Press(2, Duration.ofSeconds(10), Duration.ofSeconds(5));

    /** The PDF; 503 when too many wait already. */
    public byte[] print(Extract extract) {
        return press.print(() -> ExtractPdf.print(extract));
    }
}
