package nl.meldspoor.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meldspoor.notifications.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However often a mail server failed, the next mail goes out when it is there again. */
class MailboxTest {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final MailText TEXT = MailText.of("nl", true, MailText.Links.at("https://meldspoor.zorg.example/"));
    private static final String ADDRESS = "boss@zorg.example";

    private final Vertx vertx = Vertx.vertx();
    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aServerThatRefusedManyConnectionsIsUsedAgain() {
        // given
        Mailbox mailbox = mailbox(ANSWER_WITHIN);
        for (int i = 0; i < 50; i++) {
            assertThat(send(mailbox)).isEqualTo(new Mailbox.Outcome.Refused("CONNECTION", false));
        }

        // when
        server.start();

        // then
        assertThat(send(mailbox)).isEqualTo(new Mailbox.Outcome.Sent());
    }

    @Test
    void aServerThatSaidNothingToManyConnectionsIsUsedAgain() {
        // given
        Mailbox mailbox = mailbox(Duration.ofMillis(500));
        server.hang();
        CompletableFuture<?>[] sent = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 5; i++) {
                        assertThat(send(mailbox)).isInstanceOf(Mailbox.Outcome.Refused.class);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();

        // when
        server.stopListening().start();

        // then
        assertThat(send(mailbox)).isEqualTo(new Mailbox.Outcome.Sent());
    }

    @Test
    void theGreetingOfAServerIsNeverMissed() {
        // given a server that greets as soon as it is reached
        Mailbox mailbox = mailbox(ANSWER_WITHIN);
        server.start();

        // when many mails go out, each over a connection of its own
        List<Mailbox.Outcome> outcomes = Stream.generate(() -> send(mailbox)).limit(100).toList();

        // then
        assertThat(outcomes).containsOnly(new Mailbox.Outcome.Sent());
    }

    private Mailbox mailbox(Duration answerWithin) {
        SmtpServer client = new SmtpServer(
                vertx, "127.0.0.1", OptionalInt.of(MailServer.port()), false, "OPTIONAL", Optional.empty(), Optional.empty(), answerWithin);
        return new Mailbox(client, "meldspoor@example.org", answerWithin);
    }

    private static Mailbox.Outcome send(Mailbox mailbox) {
        return mailbox.send(ADDRESS, UUID.randomUUID(), TEXT);
    }
}
