package nl.meldspoor.notifications.telling;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What must be planned when somebody was told: stored with the notification itself, or not at all. */
public interface AfterTelling {

    /**
     * @param notifications ids of those that are new
     * @param now the moment at which they were told
     */
    void told(SqlConnection connection, List<UUID> notifications, Instant now);
}
