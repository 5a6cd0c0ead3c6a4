package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.CLIENT_COUNCIL;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.LIAISON_ZUID;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.REPORT_TEAM;
import static nl.meldspoor.acceptance.People.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for somebody, as the page shows it. */
class InboxPageIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whatIsNewStandsFirstAndOpeningItMarksItAsRead(Screen screen) {
        // given
        String melding = newMelding();
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, screen)) {
            await().atMost(SOON).until(() -> about(liaison.goesTo("/inbox"), melding).count() == 1);
            liaison.isWellMade();
            assertThat(liaison.page().locator("h2").first().innerText()).isEqualTo("Nieuw");

            // when
            about(liaison, melding).locator("button", new Locator.LocatorOptions().setHasText("Open de melding")).click();
            liaison.page().waitForURL("**/meldingen/*");

            // then
            assertThat(liaison.page().url()).isEqualTo(Visitor.address("/meldingen/" + melding));
            liaison.goesTo("/inbox");
            assertThat(about(liaison, melding).count()).isZero();
            assertThat(liaison.page().locator("a[href='/meldingen/" + melding + "']").count()).isEqualTo(1);
        }
    }

    @Test
    void theCountBesideTheNavigationGrowsWhileSomebodyLooks() {
        readAll(SUPERVISOR);
        try (Visitor supervisor = Visitor.of(SUPERVISOR, Screen.DESKTOP, "en-GB", ColorScheme.DARK)) {
            // given
            supervisor.goesTo("/inbox");
            await().atMost(SOON).until(() -> !supervisor.page().locator("[data-unread]").getAttribute("data-unread").isEmpty());
            int before = unread(supervisor);

            // when
            newMelding();

            // then
            await().atMost(SOON).until(() -> unread(supervisor) > before);
            await().atMost(SOON).until(() -> supervisor.page().locator("[role=status]").innerText().contains("Something new has come in."));
            assertThat(supervisor.page().locator("[data-number]").innerText()).isEqualTo(Integer.toString(unread(supervisor)));
            supervisor.isWellMade();
        }
    }

    @Test
    void whatIsMarkedAsReadGoesAwayAndTheCountWithIt() {
        // given
        String melding = newMelding();
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.DESKTOP)) {
            await().atMost(SOON).until(() -> about(liaison.goesTo("/inbox"), melding).count() == 1);
            await().atMost(SOON).until(() -> !liaison.page().locator("[data-unread]").getAttribute("data-unread").isEmpty());
            int before = unread(liaison);

            // when
            about(liaison, melding).locator("button", new Locator.LocatorOptions().setHasText("Gelezen")).click();

            // then
            await().atMost(SOON).until(() -> about(liaison, melding).count() == 0);
            assertThat(unread(liaison)).isEqualTo(before - 1);
            assertThat(liaison.page().url()).isEqualTo(Visitor.address("/inbox"));
        }
    }

    @Test
    void whoHasNoMessagesIsToldSo() {
        try (Visitor council = Visitor.of(CLIENT_COUNCIL, Screen.PHONE)) {
            council.goesTo("/inbox").isWellMade();

            assertThat(council.reads()).contains("Nog geen berichten");
        }
    }

    @Test
    void howOneHearsIsSetOnAPageThatSaysWhatIsWrong() {
        try (Visitor hr = Visitor.of(People.HR, Screen.PHONE)) {
            // when
            hr.goesTo("/inbox/settings").isWellMade();
            hr.page().fill("#settings-quietHours-from", "22:00");
            hr.page().fill("#settings-quietHours-until", "");
            hr.page().click("text=Bewaar");
            hr.page().waitForSelector("#settings-faults");
            String fault = hr.page().locator("#settings-quietHours-until-error").innerText();
            hr.page().fill("#settings-quietHours-until", "07:00");
            hr.page().selectOption("#settings-language", "en");
            hr.page().click("text=Bewaar");
            hr.page().waitForURL("**/inbox/settings?done=1");

            // then
            assertThat(fault).isEqualTo("Vul een tijd in, zoals 22:00.");
            var kept = People.HR.get(Service.NOTIFICATIONS, "/v1/notification-settings").expect(200);
            assertThat(kept.at("/quietHours/until").asText()).isEqualTo("07:00");
            assertThat(kept.at("/language").asText()).isEqualTo("en");
        }
    }

    @Test
    void nobodyMarksTheMessageOfAnother() {
        // given
        String melding = newMelding();
        await().atMost(SOON).until(() -> messageOf(melding).isPresent());
        String id = messageOf(melding).orElseThrow().get("id").asText();

        try (Visitor other = Visitor.of(LIAISON_ZUID, Screen.DESKTOP)) {
            other.goesTo("/inbox");

            // when
            var answer = other.page()
                    .request()
                    .post(Visitor.address("/inbox/" + id + "/read"), RequestOptions.create().setHeader("Sec-Fetch-Site", "same-origin"));

            // then
            assertThat(answer.status()).isEqualTo(404);
            assertThat(messageOf(melding).orElseThrow().get("readAt").isNull()).isTrue();
        }
    }

    @Test
    void theAccusedFindsNoMessageOfTheCase() {
        // given
        CaseFile file = REPORT_TEAM
                .open(Entries.careRelation())
                .with("internal-reports", Entries.internalReport().with("accusedUser", "de-linde-supervisor"));
        await().atMost(SOON).until(() -> messages(People.BOARD).stream().anyMatch(m -> m.get("caseId").asText().equals(file.id())));

        // when
        try (Visitor accused = Visitor.of(SUPERVISOR, Screen.DESKTOP)) {
            accused.goesTo("/inbox");

            // then
            assertThat(accused.page().content()).doesNotContain(file.id());
        }
    }

    @Test
    void whileTheNotificationServiceIsAwayThePageSaysSo() {
        try (Visitor supervisor = Visitor.of(SUPERVISOR, Screen.PHONE)) {
            // given
            Meldspoor.running().part("notification-service").kill();
            try {
                // when
                supervisor.goesTo("/inbox");

                // then
                assertThat(supervisor.status()).isEqualTo(503);
                assertThat(supervisor.title()).isEqualTo("Dit lukt nu even niet");
                supervisor.isAccessible();
            } finally {
                Meldspoor.running().part("notification-service").start();
            }
            await().atMost(SOON).until(() -> supervisor.goesTo("/inbox").status() == 200);
        }
    }

    private static int unread(Visitor visitor) {
        return Integer.parseInt(visitor.page().locator("[data-unread]").getAttribute("data-unread"));
    }

    private static Locator about(Visitor visitor, String melding) {
        return visitor.page().locator(".message.unread", new com.microsoft.playwright.Page.LocatorOptions()
                .setHas(visitor.page().locator("input[value='/meldingen/" + melding + "']")));
    }

    private static String newMelding() {
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        return file.record("meldingen", Entries.melding()).at("/events/0/data/meldingId").asText();
    }

    /** The count goes up to a thousand: after all the other tests of a run there must be room for one more. */
    private static void readAll(Caller caller) {
        List<JsonNode> unread = unreadMessages(caller);
        while (!unread.isEmpty()) {
            unread.forEach(message -> caller.call(
                            "PUT",
                            Service.NOTIFICATIONS,
                            "/v1/notifications/" + message.get("id").asText() + "/read",
                            HttpRequest.BodyPublishers.noBody())
                    .expect(204));
            unread = unreadMessages(caller);
        }
    }

    private static List<JsonNode> unreadMessages(Caller caller) {
        return CaseFile.items(caller.get(Service.NOTIFICATIONS, "/v1/notifications?unread=true&limit=200").expect(200));
    }

    /** What the liaison of its region is told of a melding. */
    private static Optional<JsonNode> messageOf(String melding) {
        return messages(LIAISON_NOORD).stream()
                .filter(message -> message.toString().contains(melding))
                .findFirst();
    }

    private static List<JsonNode> messages(Caller caller) {
        return CaseFile.items(caller.get(Service.NOTIFICATIONS, "/v1/notifications?limit=200").expect(200));
    }
}
