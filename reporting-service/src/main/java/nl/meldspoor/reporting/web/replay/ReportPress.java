package nl.meldspoor.reporting.web.replay;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.http.ProblemException;

/** Prints a report as a tagged PDF with its fonts inside. Nothing is fetched. One at a time: it costs a processor a good part of a second. */
@ApplicationScoped
public class ReportPress {

    static {
        // The renderer logs what it lays out; recorded text must not reach a log.
        XRLog.setLoggingEnabled(false);
    }

    private static final int PATIENCE_SECONDS = 20;
    private static final int RETRY_AFTER_SECONDS = 10;

    private final Semaphore press = new Semaphore(1, true);

    /** @param page well-formed XHTML; 503 when too many wait already */
    byte[] print(String page) {
        try {
            if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
        }
        try {
            return pdf(page);
        } finally {
            press.release();
        }
    }

    private static byte[] pdf(String page) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(page, null)
                .withProducer("Meldspoor")
                .usePdfUaAccessibility(true)
                .toStream(bytes);
        builder.useUriResolver((base, uri) -> null);
        font(builder, "LiberationSans-Regular", 400, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", 700, FontStyle.NORMAL);
        font(builder, "LiberationSans-Italic", 400, FontStyle.ITALIC);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(
                () -> ReportPress.class.getResourceAsStream("/liberation/" + file + ".ttf"), "Liberation Sans", weight, style, true);
    }
}
