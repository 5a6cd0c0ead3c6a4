package nl.meldspoor.reporting.web.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportPressTest {

    @Test
    void aReportIsPrintedWithItsFontsInside() {
        byte[] pdf = new ReportPress().print(
                """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="nl"><head><title>Verslag</title>
                <meta name="description" content="Verslag"/><style>body { font-family: "Liberation Sans"; }</style></head>
                <body><h1>Verslag</h1><p>Gezien &amp; gehoord, zei zij: &#39;ja&#39;.</p></body></html>
                """);

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Lang (nl)", "/FontFile2");
    }
}
