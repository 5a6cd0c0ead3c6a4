package nl.meldspoor.reporting.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.http.Language;
import nl.meldspoor.reporting.web.Visit;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void dutiesThatAroseAtOnceAreCountedAndListed() {
        // when
        Message message = message("OBLIGATION_AROSE", Language.NL, "Nieuwe verplichting: Er is direct gevaar: bel 112. Evalueer de hulp: is de veiligheid hersteld?");

        // then
        assertThat(message.title()).isEqualTo("2 nieuwe verplichtingen");
        assertThat(message.duties()).containsExactly("Er is direct gevaar: bel 112.", "Evalueer de hulp: is de veiligheid hersteld?");
    }

    @Test
    void oneDutyAndEverythingElseIsToldAsItCame() {
        assertThat(message("OBLIGATION_AROSE", Language.EN, "New duty: Make a safety plan.").duties()).isEmpty();
        assertThat(message("OBLIGATION_AROSE", Language.EN, "New duty: Make a safety plan.").title()).isEqualTo("New duty: Make a safety plan.");
        assertThat(message("OBLIGATION_AROSE", Language.NL, "Nieuwe verplichting: Er is direct gevaar: bel 112. Zo heet er geen.").duties()).isEmpty();
        assertThat(message("DEADLINE_MISSED", Language.NL, "Een termijn is verstreken (3 maart 2026): Doe een melding. Nu.").duties()).isEmpty();
    }

    /** Whatever two duties are told of, in whichever language, they are told apart. */
    @Test
    void everyDutyThereIsIsOneLine() {
        Obligations.catalogue().forEach(one -> Obligations.catalogue().forEach(other -> {
            assertThat(Message.several("Nieuwe verplichting: " + one.text().nl() + " " + other.text().nl()))
                    .containsExactly(one.text().nl(), other.text().nl());
            assertThat(Message.several("New duty: " + one.text().en() + " " + other.text().en()))
                    .containsExactly(one.text().en(), other.text().en());
        }));
    }

    private static Message message(String kind, Language language, String title) {
        ObjectNode item = EventJson.mapper().createObjectNode();
        item.put("id", "0198f0c2-0000-7000-8000-000000000001").put("kind", kind).put("createdAt", "2026-03-02T09:00:00Z");
        item.putObject("title").put("nl", title).put("en", title);
        ObjectNode page = EventJson.mapper().createObjectNode();
        page.putArray("items").add(item);
        List<Message> messages = Message.of(page, new Visit(Optional.empty(), language, "/inbox", null), Clock.systemUTC());
        return messages.getFirst();
    }
}
