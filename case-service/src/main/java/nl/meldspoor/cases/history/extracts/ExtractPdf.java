package nl.meldspoor.cases.history.extracts;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Prints an extract: A4, tagged for screen readers as PDF/UA asks, with fonts and colour profile inside as PDF/A-3 asks, so that it
 * looks the same in twenty years. Nothing is loaded from outside. No validator has confirmed either standard yet.
 */
public final class ExtractPdf {

    /** Media type of what {@link #print} gives. */
    public static final String MEDIA_TYPE = "application/pdf";

    static {
        // The renderer logs what it lays out; recorded text must not reach a log.
        XRLog.setLoggingEnabled(false);
    }

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private ExtractPdf() {}

    /** The extract as the bytes of a PDF. */
    public static byte[] print(Extract extract) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(ExtractPage.of(extract), null)
                .withProducer("Meldspoor")
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U)
                .useColorProfile(SRGB)
                .toStream(bytes);
        // Nothing is fetched: the document names no address, and none would be followed.
        builder.useUriResolver((base, uri) -> null);
        font(builder, "LiberationSans-Regular", "Liberation Sans", 400, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", "Liberation Sans", 700, FontStyle.NORMAL);
        font(builder, "LiberationSans-Italic", "Liberation Sans", 400, FontStyle.ITALIC);
        font(builder, "LiberationSerif-Italic", "Liberation Serif", 400, FontStyle.ITALIC);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open("/liberation/" + file + ".ttf"), family, weight, style, true);
    }

    private static InputStream open(String resource) {
        InputStream font = ExtractPdf.class.getResourceAsStream(resource);
        if (font == null) {
            throw new IllegalStateException("expected the font " + resource + " on the class path");
        }
        return font;
    }
}
