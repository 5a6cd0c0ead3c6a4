package nl.meldspoor.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints a page as PDF: tagged for screen readers as PDF/UA asks, with its fonts (Liberation Sans, and Liberation Serif in italics)
 * inside. Nothing is loaded from outside.
 */
public final class Pdf {

    /** Media type of what {@link #print} gives. */
    public static final String MEDIA_TYPE = "application/pdf";

    static {
        // The renderer logs what it lays out; recorded text must not reach a log.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /** @param page says what is printed, and what more is asked of the paper */
    public static byte[] print(Consumer<PdfRendererBuilder> page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .withProducer("Meldspoor")
                    .usePdfUaAccessibility(true)
                    .toStream(bytes);
            // Nothing is fetched: a page names no address, and none would be followed.
            builder.useUriResolver((base, uri) -> null);
            font(builder, document, "LiberationSans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
            font(builder, document, "LiberationSans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
            font(builder, document, "LiberationSans-Italic", "Liberation Sans", 400, FontStyle.ITALIC);
            font(builder, document, "LiberationSerif-Italic", "Liberation Serif", 400, FontStyle.ITALIC);
            page.accept(builder);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, PDDocument document, String file, String family, int weight, FontStyle style)
            throws IOException {
        try (InputStream in = Pdf.class.getResourceAsStream("/liberation/" + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("expected the font " + file + " on the class path");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // PDFBox looks for ligatures by regular expressions that it makes anew for every word: most of the time that printing took.
            font.setEnableGsub(false);
            builder.useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), family, weight, style, true);
        }
    }
}
