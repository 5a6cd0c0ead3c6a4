package nl.meldspoor.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nl | false | Er wacht iets op u in Meldspoor              | Meld u aan om het te lezen | uw instellingen",
        "nl | true  | Dringend: er wacht iets op u in Meldspoor    | Meld u aan om het te lezen | uw instellingen",
        "en | false | Something waits for you in Meldspoor         | Sign in to read it         | your settings",
        "en | true  | Urgent: something waits for you in Meldspoor | Sign in to read it         | your settings"
    })
    void saysInTheLanguageOfTheReaderThatSomethingWaitsWhereAndWhereToChoose(
            String language, boolean urgent, String subject, String readIt, String settings) {
        // when
        MailText mail = MailText.of(language, urgent, MailText.Links.at("https://meldspoor.zorg.example/"));

        // then
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text())
                .contains(readIt + ": https://meldspoor.zorg.example/inbox\n", settings + ": https://meldspoor.zorg.example/inbox/settings\n");
        assertThat(mail.html())
                .contains(
                        "<html lang=\"" + language + "\">",
                        "<a href=\"https://meldspoor.zorg.example/inbox\">" + readIt + "</a>",
                        "<a href=\"https://meldspoor.zorg.example/inbox/settings\">" + settings + "</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://zorg.example/meldspoor", "https://zorg.example/meldspoor/"})
    void leadsToThePagesWithOrWithoutASlash(String pages) {
        assertThat(MailText.Links.at(pages))
                .isEqualTo(new MailText.Links("https://zorg.example/meldspoor/inbox", "https://zorg.example/meldspoor/inbox/settings"));
    }
}
