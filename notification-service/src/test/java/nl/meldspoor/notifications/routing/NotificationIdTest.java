package nl.meldspoor.notifications.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationIdTest {

    @Test
    void followsTheExampleOfRfc9562() {
        // given: RFC 9562 appendix A.4, name space DNS
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        // when
        UUID id = NotificationId.named(dns, "www.example.com");

        // then
        assertThat(id).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }
}
