package nl.meldspoor.cases.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the log is doing. Always up: that a checkpoint is not signed is an alarm, and no reason to refuse recording. */
@Readiness
@ApplicationScoped
public class LogHealth implements HealthCheck {

    private final LogWriter writer;

    LogHealth(LogWriter writer) {
        this.writer = writer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log of checkpoints")
                .up()
                .withData("refused", String.join(", ", writer.refused().keySet()))
                .withData("trouble", writer.trouble())
                .build();
    }
}
