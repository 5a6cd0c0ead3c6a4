package nl.meldspoor.notifications.delivery;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The edge to the SMTP server. */
@ApplicationScoped
class Mailbox {

    /** How it went. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** @param permanent whether trying again is of no use */
        record Refused(String problem, boolean permanent) implements Outcome {}
    }

    private final SmtpServer server;
    private final String from;
    private final Duration answerWithin;

    Mailbox(
            SmtpServer server,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "meldspoor.mail.answer-within", defaultValue = "20s") Duration answerWithin) {
        this.server = server;
        this.from = from;
        this.answerWithin = answerWithin;
    }

    /** @param id the same when the same message is sent again, so that a mail server or reader can drop the second */
    Outcome send(String address, UUID id, MailText text) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
        MailMessage mail = new MailMessage()
                .setFrom(from)
                .setTo(address)
                .setSubject(text.subject())
                .setText(text.text())
                .setHtml(text.html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", "<" + id + "@" + domain + ">")
                        .add("Auto-Submitted", "auto-generated"));
        try {
            server.send(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Sent();
        } catch (TimeoutException e) {
            return new Outcome.Refused("TIMEOUT", false);
        } catch (ExecutionException e) {
            return refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("STOPPED", false);
        }
    }

    /** Only the code is kept: what a server says may repeat the address. */
    private static Outcome refused(ExecutionException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SMTPException smtp) {
                return new Outcome.Refused("SMTP-" + smtp.getReplyCode(), smtp.isPermanent());
            }
        }
        return new Outcome.Refused("CONNECTION", false);
    }
}
