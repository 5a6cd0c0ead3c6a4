package nl.meldspoor.cases.history.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.PersonKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlankingTest {

    private static ObjectNode person(String member, String name) {
        ObjectNode part = EventJson.mapper().createObjectNode();
        part.putObject(member).put("name", name).put("function", "verpleegkundige");
        return part;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Jan de Vries sloeg mij. | [medewerker] sloeg mij.",
        "Het was JAN DE VRIES! | Het was [medewerker]!",
        "Jan  de  Vries | [medewerker]",
        "Jan de Vriesema | Jan de Vriesema",
        "Tijdens de vries | Tijdens de vries",
        "Een verpleegkundige | Een verpleegkundige"
    })
    void takesOutWholeNamesOnly(String written, String expected) {
        // given
        Blanking blanking = Blanking.of(List.of(Map.of(PersonKind.STAFF, person("by", "Jan de Vries"))), null);

        // when
        String blanked = blanking.in(written);

        // then
        assertThat(blanked).isEqualTo(expected);
    }

    @Test
    void keepsTheNameOfAClientWhoReportedHimself() {
        // given
        ObjectNode reporter = EventJson.mapper().createObjectNode().put("reporter", "Clara Cliëntsma");
        Blanking blanking = Blanking.of(List.of(Map.of(PersonKind.REPORTER, reporter)), "Clara Cliëntsma");

        // when
        String blanked = blanking.in("Clara Cliëntsma vertelde het zelf.");

        // then
        assertThat(blanked).isEqualTo("Clara Cliëntsma vertelde het zelf.");
    }

    @Test
    void takesSignsInANameLiterally() {
        // given
        Blanking blanking = Blanking.of(List.of(Map.of(PersonKind.ACCUSED, person("accused", "A. (Ans) $1 Prik"))), null);

        // when
        String blanked = blanking.in("Volgens A. (Ans) $1 Prik niet; AX (Ans) $1 Prik wel.");

        // then
        assertThat(blanked).isEqualTo("Volgens [betrokken medewerker] niet; AX (Ans) $1 Prik wel.");
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_REPORT_MADE, ACCUSED, accused, true",
        "INTERNAL_REPORT_MADE, REPORTER, reporter, true",
        "CONSULTATION_HELD, STAFF, name, true",
        "ACCUSED_HEARD, STAFF, interviewers, true",
        "ACCUSED_HEARD, ACCUSED, account, false",
        "JUDGEMENT_MADE, ACCUSED, reasoning, false",
        "SIGNAL_RECORDED, REPORTER, sourceDetails, false",
        "SIGNAL_RECORDED, CLIENT, description, true"
    })
    void theClientFileOpensClientContentAndOfOthersOnlyWhatMayHoldAName(
            EventType type, PersonKind person, String member, boolean expected) {
        // given
        ExtractKind kind = ExtractKind.CLIENT_FILE;

        // when
        boolean opens = Opening.opens(kind, type, person, List.of(member));

        // then
        assertThat(opens).isEqualTo(expected);
    }
}
