package nl.meldspoor.cases.history.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class ExtractPdfTest {

    @Test
    void canBeReadBackWithItsDiacriticsOnEveryPageMarkedConfidential() throws IOException {
        // given
        Extract extract = Stories.reportedToIgj().extract(ExtractKind.BOARD_REPORT);

        // when
        byte[] pdf = ExtractPdf.print(extract);

        // then
        try (PDDocument document = Loader.loadPDF(keep(extract, pdf))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page))
                        .contains("Vertrouwelijk", "pagina " + page + " van " + document.getNumberOfPages(), CaseStory.CASE.toString());
            }
            assertThat(text(document, 2)).contains("Meldspoor · Verslag voor het bestuur", "20 april 2026");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Clara Cliëntsma", "Verklaring-van-de-medewerker", "Ik kreeg geen lucht.");
        }
    }

    @Test
    void isTaggedForScreenReadersInDutchWithItsFontsInside() throws IOException {
        // given
        Extract extract = Stories.meldcode().melding(Stories.MELDING);

        // when
        byte[] pdf = ExtractPdf.print(extract);

        // then
        try (PDDocument document = Loader.loadPDF(keep(extract, pdf))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Melding aan Veilig Thuis, 20 april 2026");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void whatSomebodyTypedNeverBecomesMarkup() throws IOException {
        // given
        Extract extract = new Extract(
                "client-file", "Proef", CaseStory.CASE, "de-linde", CaseStory.MADE_AT, "Proef", List.of(),
                List.of(new Section("Deel", "bron", List.of(
                        new Block.Paragraph("<img src=\"file:///etc/hostname\"/> & <b>vet</b> €5 ĳ – “ë”")))));

        // when
        byte[] pdf = ExtractPdf.print(extract);

        // then
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("<img src=", "& <b>vet</b>", "€5", "“ë”");
        }
    }

    @Test
    void aWordLongerThanALineIsBrokenAndNotCutOff() throws IOException {
        // given
        String word = "begin" + "wwwwwwwwww".repeat(30) + "einde";
        Extract extract = new Extract(
                "client-file", "Proef", CaseStory.CASE, "de-linde", CaseStory.MADE_AT, "Proef", List.of(),
                List.of(new Section("Deel", "bron", List.of(new Block.Facts(List.of(Row.of("description", "Omschrijving", word)))))));

        // when
        byte[] pdf = ExtractPdf.print(extract);

        // then
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            float width = document.getPage(0).getMediaBox().getWidth();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.getText(document);
            assertThat(letters).filteredOn(letter -> letter.getUnicode().equals("w")).hasSizeGreaterThanOrEqualTo(300);
            assertThat(letters).allSatisfy(letter -> assertThat(letter.getEndX()).isLessThan(width));
        }
    }

    @Test
    void everyKindPrints() throws IOException {
        // given
        CaseStory story = Stories.reportedToIgj();

        for (ExtractKind kind : List.of(ExtractKind.CLIENT_FILE, ExtractKind.PERSONNEL_FILE, ExtractKind.IGJ_REPORT)) {
            // when
            Extract extract = story.extract(kind);
            byte[] pdf = ExtractPdf.print(extract);

            // then
            try (PDDocument document = Loader.loadPDF(keep(extract, pdf))) {
                assertThat(text(document, 1)).contains(kind.title());
            }
        }
    }

    /** Left in target, to be looked at. */
    private static byte[] keep(Extract extract, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "extracts"));
        Files.write(folder.resolve(extract.kind() + ".pdf"), pdf);
        return pdf;
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
