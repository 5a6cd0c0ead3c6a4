package nl.meldspoor.cases.history.extracts;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import nl.meldspoor.print.Pdf;

/**
 * Prints an extract: A4, tagged for screen readers as PDF/UA asks, with fonts and colour profile inside as PDF/A-3 asks, so that it
 * looks the same in twenty years. No validator has confirmed either standard yet.
 */
public final class ExtractPdf {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private ExtractPdf() {}

    /** The extract as the bytes of a PDF. */
    public static byte[] print(Extract extract) {
        return Pdf.print(builder -> builder.withW3cDocument(ExtractPage.of(extract), null)
                .usePdfAConformance(PdfAConformance.PDFA_3_U)
                .useColorProfile(SRGB));
    }
}
