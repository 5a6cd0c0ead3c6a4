package nl.meldspoor.reporting.web.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportPressTest {

    @Test
    void aReportIsPrintedInItsLanguageAndTaggedForScreenReaders() {
        byte[] pdf = new ReportPress().print(
                """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="nl"><head><title>Verslag</title>
                <meta name="description" content="Verslag"/><style>@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: "Liberation Sans"; font-size: 8pt; } } body { font-family: "Liberation Sans"; } .entry { page-break-inside: avoid; } table { width: 100%; border-collapse: collapse; } code { font-size: 8pt; font-family: "Liberation Sans"; }</style></head>
                <body><h1>Verslag</h1><div class="entry"><h3>1. Signaal</h3><table><tr><th scope="row">Vorm</th><td>Lichamelijk</td></tr></table></div>
                <p>Regel <code>ab</code> <b>vet</b> Gezien &amp; gehoord, zei zij: &#39;ja&#39;.</p></body></html>
                """);

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Lang (nl)", "/StructTreeRoot");
    }
}
