package nl.meldspoor.notifications;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;

/** Looks into the tables of the service, past the service. */
public final class Rows {

    private Rows() {}

    /** Whether all events of the case are taken, not only the first, by which it is there. */
    public static boolean holdAllOf(CaseOnTopic given) {
        return of("SELECT last_sequence FROM case_progress WHERE case_id = '" + given.id() + "'")
                .equals(List.of(Integer.toString(given.events().size())));
    }

    /** The first column. */
    public static List<String> of(String sql) {
        try (Connection connection =
                        EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
