package nl.meldspoor.notifications.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs what delivers, each on a thread of its own, so that a mail server that hangs holds up no webhook and neither of them the intake. */
@ApplicationScoped
class Deliverers {

    private static final Logger LOG = Logger.getLogger(Deliverers.class);
    private static final int MAILS_AT_ONCE = 4;

    private final MailRun mail;
    private final DeliveryAlarm alarm;
    private final long intervalMillis;
    private final boolean mailEnabled;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Deliverers(
            MailRun mail,
            DeliveryAlarm alarm,
            @ConfigProperty(name = "meldspoor.delivery.interval-millis", defaultValue = "1000") long intervalMillis,
            @ConfigProperty(name = "meldspoor.mail.enabled", defaultValue = "false") boolean mailEnabled) {
        this.mail = mail;
        this.alarm = alarm;
        this.intervalMillis = intervalMillis;
        this.mailEnabled = mailEnabled;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; mailEnabled && i < MAILS_AT_ONCE; i++) {
            keepRunning("mail-" + i, mail::runOnce);
        }
        keepRunning("delivery-alarm", alarm::raise);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** @param work says whether there was anything to do: then it is asked again at once */
    private void keepRunning(String name, BooleanSupplier work) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                while (!stopping.await(intervalMillis, TimeUnit.MILLISECONDS)) {
                    runWhileThereIsWork(name, work);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void runWhileThereIsWork(String name, BooleanSupplier work) {
        try {
            while (stopping.getCount() > 0 && work.getAsBoolean()) {
                // there may be more
            }
        } catch (RuntimeException e) {
            LOG.warnf("delivery interrupted what=%s passes=%s failure=%s", name, DatabaseFailure.passes(e), e.getClass().getName());
        }
    }
}
