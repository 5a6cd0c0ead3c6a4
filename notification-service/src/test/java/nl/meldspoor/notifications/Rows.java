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
