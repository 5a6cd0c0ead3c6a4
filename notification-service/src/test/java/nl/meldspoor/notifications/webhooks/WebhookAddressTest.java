package nl.meldspoor.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address of a webhook may look like, and what becomes of one that points inside. */
class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "http://hooks.example.org/", "ftp://hooks.example.org/", "file:///etc/passwd", "https:///x", "https://user:secret@hooks.example.org/",
        "https://hooks.example.org/#x", "no address", "", "//hooks.example.org"
    })
    void isRefusedByItsForm(String url) {
        assertThat(WebhookAddress.wrongForm(url, false)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"https://localhost/, PRIVATE_ADDRESS", "https://127.0.0.1:8443/x, PRIVATE_ADDRESS", "https://[::1]/, PRIVATE_ADDRESS",
        "https://169.254.169.254/latest/meta-data, PRIVATE_ADDRESS", "https://2130706433/, PRIVATE_ADDRESS",
        "https://nowhere.invalid/, UNKNOWN_HOST", "http://hooks.example.org/, ADDRESS"})
    void isRefusedByWhereItLeads(String url, String code) {
        // given
        WebhookAddress addresses = new WebhookAddress(false, false);

        // when
        WebhookAddress.Judgement judgement = addresses.judge(url);

        // then
        assertThat(judgement)
                .isInstanceOfSatisfying(WebhookAddress.Judgement.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
