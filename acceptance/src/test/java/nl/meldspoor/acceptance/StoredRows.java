package nl.meldspoor.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.meldspoor.embedded.Database;

/** Every row of every table of Meldspoor, as text: finds what compression hides from a look at the files. */
final class StoredRows {

    private static final String TABLES = """
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)
              FROM information_schema.tables
             WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
            """;

    private StoredRows() {}

    /** "word in database.table" for every table with a row that holds one. */
    static List<String> holding(WordSearch search) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Database database : Database.values()) {
            try (Connection connection =
                            Meldspoor.running().stack().postgres().connectAsSuperuser(database.databaseName());
                    Statement statement = connection.createStatement()) {
                for (String table : texts(statement, TABLES)) {
                    for (String row : texts(statement, "SELECT t::text FROM " + table + " t")) {
                        search.in(row).forEach(word -> found.add(word + " in " + database.databaseName() + "." + table));
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
