package nl.meldspoor.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="nl"><head><title>Verslag</title><meta name="description" content="Verslag"/>
            <style>body { font-family: "Liberation Sans"; } i { font-family: "Liberation Serif"; }</style></head>
            <body><h1>Officieel</h1><p>Financieel afgeflest, <b>flink</b>, zei zij: <i>ik fiets</i> &#39;ja&#39; – €5.</p></body></html>
            """;

    @Test
    void isReadBackAsItWasWrittenTaggedForScreenReadersWithItsFontsInside() throws IOException {
        // when
        byte[] pdf = Pdf.print(builder -> builder.withHtmlContent(PAGE, null));

        // then
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new PDFTextStripper().getText(document)).contains("Officieel", "Financieel afgeflest", "flink", "ik fiets", "'ja' – €5.");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.getName()).contains("Liberation");
                    assertThat(font.isEmbedded()).isTrue();
                }
            }
        }
    }
}
