package nl.meldspoor.cases.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.cases.seal.MasterKeyFile;
import nl.meldspoor.cases.seal.SealedNames;
import nl.meldspoor.cases.store.AccessEntry;
import nl.meldspoor.cases.store.AccessLog;
import nl.meldspoor.cases.store.Actor;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.Expected;
import nl.meldspoor.cases.store.KeyTable;
import nl.meldspoor.cases.store.NewEvent;
import nl.meldspoor.cases.store.Uuid7;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.ClientIdentity;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Person;
import nl.meldspoor.events.ReporterKind;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import org.junit.jupiter.api.Test;

/** Words and user names planted in every kind of sealed member are found nowhere in the files of PostgreSQL (WAL too) and Kafka. */
class NothingPersonalOnDiskIT {

    private static final String PLANTED = "planted";

    @Test
    void neitherContentNorUserNamesReachTheFilesOfPostgresOrKafka() throws Exception {
        try (RelayFixture fixture = new RelayFixture()) {
            // given
            UUID caseId = UUID.randomUUID();
            Actor actor = new Actor("planted.coupling", "aa", List.of("integration"), "planted.person", "bb");
            CaseEvent opened = new CaseOpened(Route.CARE_RELATION, new ClientIdentity("PLANTED-1", "Planted Client", null),
                    ClientRole.CARE_RECEIVER, null, null, "Team Oost", Sector.VVT, LegalFramework.WLZ, null,
                    List.of("planted.excluded"), List.of("ee"), null, null);
            CaseEvent reported = new InternalReportMade(Commands.NOW, Commands.NOW, ReporterKind.values()[0], false, "Planted Reporter",
                    new Person("Planted Receiver", "planted function"), "planted.receiver", AccusedKind.STAFF,
                    new Person("Planted Accused", "planted function"), "planted.accused", true, null, "planted motivation", null, null,
                    "planted facts", "cc", "dd", List.of());
            fixture.store.events().append(new AppendRequest("de-linde", caseId, Expected.noCase(),
                    List.of(
                            new NewEvent(Uuid7.at(Commands.NOW), opened, "planted note", "planted deviation", List.of("MEL-1"), null),
                            new NewEvent(Uuid7.at(Commands.NOW), reported, null, null, List.of(), null)),
                    actor, Commands.reach(Route.CARE_RELATION), List.of(), UUID.randomUUID(), null, UUID.randomUUID(), null, null,
                    Commands.NOW));
            KeyTable keys = new KeyTable(fixture.store.database());
            MasterKeyFile masterKey = new MasterKeyFile(fixture.store.masterKeyFile(), keys);
            new AccessLog(fixture.store.database(), new SealedNames(masterKey, keys))
                    .record(List.of(new AccessEntry(UUID.randomUUID(), Commands.NOW, "de-linde", caseId, actor, "READ", "case", "OPENER",
                            null, null, "DONE", UUID.randomUUID())));
            fixture.relay();
            fixture.untilAllIsConsumed();

            // when
            try (Connection superuser = fixture.store.superuser()) {
                superuser.createStatement().execute("checkpoint");
            }
            fixture.stopRelays();
            fixture.kafka.stop();
            fixture.postgres.stop();

            // then: the search finds what may be there, in tables, WAL and topic, so it would find what may not
            Path folder = fixture.parts.folder();
            assertThat(filesWith(folder.resolve("postgres/data/base"), "InternalReportMade")).isNotEmpty();
            assertThat(filesWith(folder.resolve("postgres/data/pg_wal"), "InternalReportMade")).isNotEmpty();
            assertThat(filesWith(folder.resolve("kafka/data"), "InternalReportMade")).isNotEmpty();
            assertThat(filesWith(folder, PLANTED)).isEmpty();
        }
    }

    private static List<Path> filesWith(Path folder, String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (text.contains(word.toLowerCase(Locale.ROOT))) {
                    found.add(folder.relativize(file));
                }
            }
        }
        return found;
    }
}
