package nl.meldspoor.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes the roles and databases of {@link Database} where they are missing. */
final class Roles {

    private final EmbeddedPostgres postgres;

    Roles(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    void create() {
        try (var connection = postgres.connectAsSuperuser("postgres")) {
            for (var database : Database.values()) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", database.ownerRole())) {
                    createRole(connection, database.ownerRole());
                    // a migration may take longer than a service's transaction
                    execute(connection, "alter role %I set transaction_timeout = 0", database.ownerRole());
                }
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", database.serviceRole())) {
                    createRole(connection, database.serviceRole());
                }
                if (!exists(connection, "select 1 from pg_database where datname = ?", database.databaseName())) {
                    execute(connection, "create database %I owner %I", database.databaseName(), database.ownerRole());
                    execute(connection, "revoke all on database %I from public", database.databaseName());
                }
                execute(connection, "grant connect on database %I to %I", database.databaseName(), database.serviceRole());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the roles and databases", e);
        }
    }

    private void createRole(Connection connection, String role) throws SQLException {
        execute(connection, "create role %I login password %L", role, postgres.password(role));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** The server itself quotes the names ({@code %I}) and the literals ({@code %L}). */
    private static void execute(Connection connection, String pattern, String... names) throws SQLException {
        String sql;
        try (var statement = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            statement.setString(1, pattern);
            statement.setArray(2, connection.createArrayOf("text", names));
            try (var rows = statement.executeQuery()) {
                rows.next();
                sql = rows.getString(1);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
