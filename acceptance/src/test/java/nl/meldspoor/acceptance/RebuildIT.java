package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people look at is built anew by two real instances of the reporting-service on one database. */
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final EmbeddedPart one = Meldspoor.running().part("reporting-service");
    private final EmbeddedPart other = Meldspoor.running().stack().anotherReporting("reporting-service-2");

    @AfterEach
    void oneRunsAndTheOtherDoesNot() {
        other.stop();
        one.start();
    }

    @Test
    void oneOfTwoInstancesIsKilledInTheMiddleAndTheTablesAreSwitchedOnceAndNothingIsSaidTwice() throws Exception {
        // given: something was said of a deadline
        other.start();
        CaseFile file = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReportOnNobody()
                        .with("discoveredAt", When.noonDaysAgo(22))
                        .with("reportedAt", When.noonDaysAgo(22)));
        await().atMost(SOON).untilAsserted(() -> assertThat(saidOfTheTerm(file)).hasSize(1));
        awaitServed(one, file, 2);
        awaitServed(other, file, 2);
        int begun = said("rebuild-begins", one) + said("rebuild-begins", other);
        int doneByBoth = said("rebuild-done", one) + said("rebuild-done", other);
        int begunByOne = said("rebuild-begins", one);

        // when: somebody reads the served tables for so long that they cannot be switched, and whoever builds is killed
        EmbeddedPart builds;
        try (Connection reader = superuser()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select from case_progress limit 1");
            assertThat(first("select meldspoor_rebuild()")).isEqualTo("t");
            await().atMost(SOON).until(() -> first("select records > 0 and records = of_records from rebuild").equals("t"));
            assertThat(said("rebuild-begins", one) + said("rebuild-begins", other)).isEqualTo(begun + 1);
            builds = said("rebuild-begins", one) > begunByOne ? one : other;
            builds.kill();
            assertThat(first("select state from rebuild")).isEqualTo("RUNNING");
        }
        EmbeddedPart lives = builds == one ? other : one;

        // then: the tables are switched, by the one that lives or by what the killed one had asked last
        await().atMost(SOON).until(() -> first("select state from rebuild").equals("DONE"));
        awaitServed(lives, file, 2);
        builds.start();
        awaitServed(builds, file, 2);
        // the killed one's last statement may have outlived it in the database: then nobody is left to say so
        assertThat(said("rebuild-done", one) + said("rebuild-done", other)).isBetween(doneByBoth, doneByBoth + 1);
        assertThat(first("select count(*) from information_schema.schemata where schema_name = 'next'")).isEqualTo("0");
        // and what was said is not said again, while both go on
        CaseFile after = REPORT_TEAM.open(Entries.careRelation());
        awaitServed(one, after, 1);
        awaitServed(other, after, 1);
        assertThat(saidOfTheTerm(file)).hasSize(1);
    }

    /** Beside the duties that are due at once, which say something of their own. */
    private static List<Topic.Message> saidOfTheTerm(CaseFile file) {
        return Topic.of(Topic.DEADLINE_EVENTS, file).stream()
                .filter(message -> message.body().json().at("/kind").asText().equals("IGJ-DETERMINE"))
                .toList();
    }

    /** The version of the case that this instance tells. */
    private static void awaitServed(EmbeddedPart instance, CaseFile file, int version) {
        URI timeline = URI.create("http://localhost:" + instance.port() + file.path() + "/timeline");
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(new Call("GET", timeline, HttpRequest.BodyPublishers.noBody())
                        .token(Meldspoor.running().token(REPORT_TEAM.toString()))
                        .expect(200)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(version));
    }

    /** How often it says so in its log. */
    private static int said(String message, EmbeddedPart instance) {
        try {
            List<String> lines = Files.readAllLines(instance.log());
            return (int) lines.stream().filter(line -> line.contains(message)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection superuser() throws SQLException {
        return Meldspoor.running().stack().postgres().connectAsSuperuser(Database.REPORTING.databaseName());
    }

    private static String first(String sql) throws SQLException {
        try (Connection connection = superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
