package nl.meldspoor.notifications.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The client of the SMTP server, under the settings of {@code quarkus.mailer}. Not the client that the extension makes: that one keeps a
 * place in its pool for every connection on which the server never says a word, and when all are taken it never mails again. Here a
 * connection that is idle for as long as an answer may take is closed.
 */
@ApplicationScoped
class SmtpServer {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 10;

    private final Vertx vertx;
    private final MailClient client;

    SmtpServer(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port") OptionalInt port,
            @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
            @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "OPTIONAL") String startTls,
            @ConfigProperty(name = "quarkus.mailer.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.mailer.password") Optional<String> password,
            @ConfigProperty(name = "meldspoor.mail.answer-within", defaultValue = "20s") Duration answerWithin) {
        MailConfig config = new MailConfig()
                .setHostname(host)
                .setPort(port.orElse(tls ? 465 : 25))
                .setSsl(tls)
                .setStarttls(StartTLSOptions.valueOf(startTls.toUpperCase(Locale.ROOT)))
                .setLogin(username.isPresent() ? LoginOption.REQUIRED : LoginOption.NONE)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(false);
        config.setConnectTimeout(CONNECT_MILLIS);
        config.setIdleTimeout((int) answerWithin.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        username.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        this.vertx = vertx;
        this.client = MailClient.create(vertx, config);
    }

    /**
     * Sent from a Vert.x context, always: from another thread the client connects on one event loop and listens on a second, and a greeting
     * that arrives in between is lost.
     */
    Future<MailResult> send(MailMessage mail) {
        Promise<MailResult> sent = Promise.promise();
        vertx.getOrCreateContext().runOnContext(ignored -> client.sendMail(mail).onComplete(sent));
        return sent.future();
    }
}
