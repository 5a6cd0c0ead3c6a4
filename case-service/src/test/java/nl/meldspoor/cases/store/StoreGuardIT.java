package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.open;
import static nl.meldspoor.cases.store.Commands.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.meldspoor.cases.store.AppendResult.Appended;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Nothing is served from a server that may lose what it confirms, nor from another cluster than the events were written in. */
class StoreGuardIT {

    private EmbeddedParts parts;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        parts = EmbeddedParts.fresh();
        postgres = parts.postgres(Database.CASES);
    }

    @AfterEach
    void stop() {
        parts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void endsTheServiceOnAServerThatMayLoseWhatItConfirms(String setting) throws Exception {
        // given
        Files.writeString(
                parts.folder().resolve("postgres/data/postgresql.conf"), "\n" + setting + " = off\n", StandardOpenOption.APPEND);
        postgres.restart();
        List<String> ended = new CopyOnWriteArrayList<>();

        // when
        try (StoreFixture store = StoreFixture.on(postgres);
                StoreWatch watch = new StoreWatch(store.pool(), store.guard(), store.masterKey(), ended::add)) {
            watch.start();

            // then
            assertThat(ended).isNotEmpty().allMatch(reason -> reason.contains("fsync"));
            assertThat(watch.ready()).isFalse();
            assertThatThrownBy(() -> store.events().append(open(UUID.randomUUID()))).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.events().load(UUID.randomUUID())).isInstanceOf(StoreUnavailable.class);
            assertThat(store.number("select count(*) from case_event")).isZero();
        }
    }

    @Test
    void isReadyOnADurableServerAndBoundsItsSessions() throws Exception {
        // given
        List<String> ended = new CopyOnWriteArrayList<>();
        try (StoreFixture store = StoreFixture.on(postgres);
                StoreWatch watch = new StoreWatch(store.pool(), store.guard(), store.masterKey(), ended::add)) {
            // when
            watch.start();

            // then
            assertThat(watch.ready()).isTrue();
            assertThat(watch.reason()).isEqualTo("serving epoch 1");
            assertThat(ended).isEmpty();
            var session = store.database().query("select current_setting('transaction_timeout') as t, current_setting('statement_timeout') as s")
                    .iterator().next();
            assertThat(session.getString("t")).isEqualTo("20s");
            assertThat(session.getString("s")).isEqualTo("10s");
        }
    }

    @Test
    void isNotReadyWhileTheServerIsAwayAndEndsWithTheWrongMasterKey() throws Exception {
        // given
        List<String> ended = new CopyOnWriteArrayList<>();
        try (StoreFixture store = StoreFixture.on(postgres);
                StoreWatch watch = new StoreWatch(store.pool(), store.guard(), store.masterKey(), ended::add)) {
            watch.start();
            store.events().append(open(UUID.randomUUID()));

            // when
            postgres.stop();

            // then
            Waiting.until(() -> !watch.ready());
            assertThat(watch.reason()).contains("does not answer");
            postgres.start();
            Waiting.until(watch::ready);
            assertThat(ended).isEmpty();
        }
        // and when: the key file is lost
        Files.delete(StoreFixture.keyFile(postgres));
        try (StoreFixture store = StoreFixture.on(postgres);
                StoreWatch watch = new StoreWatch(store.pool(), store.guard(), store.masterKey(), ended::add)) {
            watch.start();

            // then
            assertThat(ended).isNotEmpty().allMatch(reason -> reason.contains("master key"));
            assertThat(watch.ready()).isFalse();
        }
    }

    @Test
    void servesNothingAfterALogicalRestoreBeforeTheRestoreCommand() throws Exception {
        // given: a case in one cluster, copied as pg_dump copies it into another
        UUID caseId = UUID.randomUUID();
        EmbeddedParts others = EmbeddedParts.fresh();
        List<String> ended = new CopyOnWriteArrayList<>();
        try (StoreFixture old = StoreFixture.on(postgres)) {
            old.events().append(open(caseId));
            old.events().append(record(old.events().load(caseId).orElseThrow(), "before the restore"));
            EmbeddedPostgres restored = others.postgres(Database.CASES);
            copy(postgres, restored);
            Files.copy(StoreFixture.keyFile(postgres), StoreFixture.keyFile(restored));
            StoredCase before = old.events().load(caseId).orElseThrow();

            try (StoreFixture store = StoreFixture.on(restored);
                    StoreWatch watch = new StoreWatch(store.pool(), store.guard(), store.masterKey(), ended::add)) {
                // when
                watch.start();

                // then: neither reads nor writes
                assertThat(watch.ready()).isFalse();
                assertThat(watch.reason()).contains("./meldspoor restore");
                assertThatThrownBy(() -> store.events().load(caseId)).isInstanceOf(StoreUnavailable.class).hasMessageContaining("restore");
                assertThatThrownBy(() -> store.heads().find(caseId)).isInstanceOf(StoreUnavailable.class);
                assertThatThrownBy(() -> store.events().append(record(before, "too early"))).isInstanceOf(StoreUnavailable.class);
                assertThat(store.number("select count(*) from case_event")).isEqualTo(2);

                // and when
                try (Connection owner = restored.connect(Database.CASES, Database.CASES.ownerRole())) {
                    owner.createStatement().execute("select meldspoor_restore()");
                }
                Waiting.until(watch::ready);

                // then: the case goes on in a new epoch
                assertThat(store.events().append(record(before, "after the restore"))).isInstanceOf(Appended.class);
                StoredCase after = store.events().load(caseId).orElseThrow();
                assertThat(after.events()).extracting(StoredEvent::epoch).containsExactly(1, 1, 2);
                assertThat(StoredChain.firstBroken(after.events())).isEmpty();
                assertThat(store.seal().open("de-linde", caseId, after.events()).getFirst().userName()).isEqualTo(Commands.USER);
                assertThat(ended).isEmpty();
            }
        } finally {
            others.close();
        }
    }

    @Test
    void aServiceThatRunsWhileTheDatabaseIsRestoredUnderItServesNothingEither() throws Exception {
        // given: nobody watches; what the connection and the statement find must be enough
        UUID caseId = UUID.randomUUID();
        try (StoreFixture store = StoreFixture.on(postgres)) {
            store.events().append(open(caseId));
            StoredCase opened = store.events().load(caseId).orElseThrow();
            try (Connection owner = postgres.connect(Database.CASES, Database.CASES.ownerRole())) {
                owner.createStatement().execute("update store_identity set system_identifier = 1");
            }

            // when, then: on a connection that was examined before, the append itself finds out
            assertThatThrownBy(() -> store.events().append(record(opened, "into another cluster")))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("restore");
            assertThatThrownBy(() -> store.events().load(caseId)).isInstanceOf(StoreUnavailable.class);
            assertThat(store.number("select count(*) from case_event")).isEqualTo(1);
        }
    }

    /** Empty in a new database, and guarded against every delete. */
    private static final List<String> APPEND_ONLY = List.of("public.case_event", "public.log_leaf", "public.log_node");

    /** Every table of the case database by COPY, sequences set, as a dump and restore does. */
    private static void copy(EmbeddedPostgres from, EmbeddedPostgres to) throws Exception {
        try (Connection source = from.connectAsSuperuser(Database.CASES.databaseName());
                Connection target = to.connectAsSuperuser(Database.CASES.databaseName())) {
            List<String> tables = new ArrayList<>();
            var rows = source.createStatement().executeQuery("""
                    select quote_ident(schemaname) || '.' || quote_ident(tablename)
                    from pg_tables
                    where schemaname in ('public', 'keys') and tablename <> 'flyway_schema_history'
                    """);
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            assertThat(tables).contains("public.case_event", "public.store_identity", "keys.data_key");
            for (String table : tables) {
                if (!APPEND_ONLY.contains(table)) {
                    target.createStatement().execute("delete from " + table);
                }
                ByteArrayOutputStream copied = new ByteArrayOutputStream();
                source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout (format binary)", copied);
                target.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin (format binary)", new ByteArrayInputStream(copied.toByteArray()));
            }
            target.createStatement().execute("select setval(pg_get_serial_sequence('case_event', 'position'), (select max(position) from case_event))");
        }
    }
}
