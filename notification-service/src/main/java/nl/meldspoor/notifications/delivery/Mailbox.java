package nl.meldspoor.notifications.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The edge to the SMTP server. */
@ApplicationScoped
class Mailbox {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    /** How it went. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** @param permanent whether trying again is of no use */
        record Refused(String problem, boolean permanent) implements Outcome {}
    }

    private final ReactiveMailer mailer;
    private final String from;

    Mailbox(ReactiveMailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.from = from;
    }

    /** @param id the same when the same message is sent again, so that a mail server or reader can drop the second */
    Outcome send(String address, UUID id, MailText text) {
        String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
        Mail mail = Mail.withText(address, text.subject(), text.text())
                .setHtml(text.html())
                .setFrom(from)
                .addHeader("Message-ID", "<" + id + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(AT_MOST);
            return new Outcome.Sent();
        } catch (TimeoutException e) {
            return new Outcome.Refused("TIMEOUT", false);
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    /** Only the code is kept: what a server says may repeat the address. */
    private static Outcome refused(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SMTPException smtp) {
                return new Outcome.Refused("SMTP-" + smtp.getReplyCode(), smtp.isPermanent());
            }
        }
        return new Outcome.Refused("CONNECTION", false);
    }
}
