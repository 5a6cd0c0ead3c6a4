package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.embedded.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events are never changed, by nobody; the service owns nothing and may do no more than it needs. */
class PrivilegesIT {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
        store.events().append(open(UUID.randomUUID()));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static Connection as(String role) throws SQLException {
        return role.equals("postgres") ? store.superuser() : StoreParts.get().postgres().connect(Database.CASES, role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cases_service | update case_event set organisation = 'x'",
        "cases_service | delete from case_event",
        "cases_service | truncate case_event",
        "cases_owner   | update case_event set organisation = 'x'",
        "cases_owner   | delete from case_event",
        "cases_owner   | truncate case_event",
        "postgres      | update case_event set organisation = 'x'",
        "postgres      | delete from case_event",
        "postgres      | truncate case_event"
    })
    void eventsAreChangedByNobody(String role, String statement) throws SQLException {
        // given
        long before = store.number("select count(*) from case_event");

        // when, then
        try (Connection connection = as(role)) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
        assertThat(store.number("select count(*) from case_event")).isEqualTo(before).isPositive();
    }

    @Test
    void neitherBySessionsThatCallThemselvesReplicas() throws SQLException {
        try (Connection connection = as("postgres")) {
            // given
            connection.createStatement().execute("set session_replication_role = 'replica'");

            // when, then
            assertThatThrownBy(() -> connection.createStatement().execute("delete from case_event"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theServiceOwnsNothing() {
        assertThat(store.rows("select relname from pg_class where relowner = 'cases_service'::regrole")).isEmpty();
        assertThat(store.rows("select proname from pg_proc where proowner = 'cases_service'::regrole")).isEmpty();
        assertThat(store.rows("select nspname from pg_namespace where nspowner = 'cases_service'::regrole")).isEmpty();
        assertThat(store.rows("select rolname from pg_roles where rolname = 'cases_service'"
                        + " and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)"))
                .isEmpty();
    }

    @Test
    void theServiceMayDoExactlyThis() {
        // when
        List<String> granted = store.rows("""
                        select table_name || ': ' || string_agg(privilege_type, ', ' order by privilege_type) as may
                        from information_schema.role_table_grants
                        where grantee in ('cases_service', 'PUBLIC') and table_schema in ('public', 'keys')
                        group by table_name
                        order by table_name
                        """).stream()
                .map(r -> (String) r.get("may"))
                .toList();

        // then
        assertThat(granted)
                .containsExactly(
                        "access_log: INSERT, SELECT",
                        "case_erasure: INSERT, SELECT",
                        "case_event: INSERT, SELECT",
                        "case_head: INSERT, SELECT, UPDATE",
                        "case_lookup: DELETE, INSERT, SELECT",
                        "data_key: DELETE, INSERT, SELECT",
                        "idempotency: INSERT, SELECT",
                        "inspection: INSERT, SELECT",
                        "inspection_topic: SELECT, UPDATE",
                        "log_checkpoint: INSERT, SELECT",
                        "log_leaf: INSERT, SELECT",
                        "log_node: INSERT, SELECT",
                        "log_tree: INSERT, SELECT, UPDATE",
                        "log_writer: INSERT, SELECT, UPDATE",
                        "master_key_check: INSERT, SELECT",
                        "relay_checkpoint: SELECT, UPDATE",
                        "resend_request: DELETE, SELECT",
                        "retention_setting: INSERT, SELECT, UPDATE",
                        "store_identity: SELECT",
                        "term_calendar: INSERT, SELECT",
                        "works_council_regulation: INSERT, SELECT, UPDATE");
    }

    @Test
    void theServiceCannotMakeTablesOrBeginAnEpoch() throws SQLException {
        try (Connection connection = as("cases_service")) {
            assertThatThrownBy(() -> connection.createStatement().execute("create table mine (x int)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connection.createStatement().execute("select meldspoor_restore()"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keysStandInASchemaOfTheirOwn() {
        assertThat(store.rows("select schemaname from pg_tables where tablename = 'data_key'"))
                .containsExactly(java.util.Map.of("schemaname", "keys"));
    }

    @Test
    void sequencesCommandsAndTheReadingOrderAreKeptByTheTable() {
        // when
        List<String> indexes = store.rows("select indexdef from pg_indexes where tablename = 'case_event'").stream()
                .map(r -> ((String) r.get("indexdef")).replaceAll("(?s)^CREATE( UNIQUE)? INDEX .* USING btree", "$1"))
                .toList();

        // then
        assertThat(indexes)
                .containsExactlyInAnyOrder(
                        " UNIQUE (\"position\")",
                        " UNIQUE (event_id)",
                        " UNIQUE (case_id, sequence)",
                        " UNIQUE (case_id, command_id, ordinal)",
                        " (epoch, transaction_id, \"position\")",
                        " (case_id) WHERE (type = ANY (ARRAY['CaseErased'::text, 'PersonErased'::text]))");
    }
}
