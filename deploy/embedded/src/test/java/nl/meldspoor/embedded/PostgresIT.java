package nl.meldspoor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The embedded PostgreSQL keeps its promises: durable, guarded by passwords, back after a kill. */
class PostgresIT {

    private static EmbeddedParts parts;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        parts = EmbeddedParts.fresh();
        postgres = parts.postgres();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void isDurableAndReadsUtf8() throws SQLException {
        // when
        try (var connection = postgres.connect(Database.CASES, Database.CASES.serviceRole())) {
            // then
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(connection, "transaction_timeout")).isEqualTo("30s");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenKilled() throws SQLException {
        // given
        try (var connection = postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('spoor')");
        }
        var before = postgres.pid();

        // when
        postgres.kill();
        var gone = !postgres.isRunning();
        postgres.start();

        // then
        assertThat(gone).isTrue();
        assertThat(postgres.pid()).isNotEqualTo(before);
        try (var connection = postgres.connect(Database.CASES, Database.CASES.ownerRole());
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("spoor");
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> postgres.connect("meldspoor_cases", Database.CASES.serviceRole(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesAServiceInAnotherServicesDatabase() {
        assertThatThrownBy(() -> postgres.connect(Database.CASES, Database.REPORTING.serviceRole()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void keepsPasswordsFromOtherUsersOfTheMachine() throws Exception {
        var permissions = Files.getPosixFilePermissions(parts.folder().resolve("postgres/passwords.properties"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    private static String setting(java.sql.Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
