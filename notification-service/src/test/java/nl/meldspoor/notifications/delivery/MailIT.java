package nl.meldspoor.notifications.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.MailServer;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.ShiftedClock;
import nl.meldspoor.notifications.Topic;
import nl.meldspoor.notifications.inbox.InboxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail through a real SMTP server, which may be away. Each test has an organisation and mailboxes of its own. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class MailIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String organisation = "org-" + UUID.randomUUID();
    private final String mailbox = UUID.randomUUID() + "@zorg.example";
    private final Topic topic = new Topic();
    private final MailServer server = new MailServer();

    @Inject
    ShiftedClock clock;

    @Inject
    MailRun run;

    @AfterEach
    void close() {
        clock.reset();
        server.close();
        topic.close();
    }

    @Test
    void whatIsUrgentIsMailedAtOnceAndSaysOnlyThatSomethingWaits() throws Exception {
        // given
        server.start();
        settings("boss", "supervisor", "nl", mailbox, "\"quietHours\":{\"from\":\"00:00\",\"until\":\"23:59\"},\"digestAt\":\"08:00\",");

        // when
        CaseOnTopic melding = melding();
        topic.send(melding.events());

        // then
        MimeMessage mail = awaitMail(1).getFirst();
        String whole = whole(mail);
        assertThat(mail.getSubject()).isEqualTo("Dringend: er wacht iets op u in Meldspoor");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("meldspoor@example.org");
        assertThat(mail.getMessageID()).endsWith("@example.org>");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
        assertThat(whole).contains("https://meldspoor.zorg.example/inbox", "https://meldspoor.zorg.example/inbox/settings");
        assertThat(whole.toLowerCase())
                .doesNotContain(melding.id().toString(), organisation, "veilig thuis", "casus", "verplichting", "termijn", "nurse", "boss");
        await().atMost(AT_MOST).until(() -> states(melding), List.of("SENT")::equals);
    }

    @Test
    void whatIsNotUrgentWaitsForTheDigestAndTravelsTogether() {
        // given
        server.start();
        settings("nurse", "professional", "en", mailbox, "\"digestAt\":\"08:00\",");
        clock.moveTo(LocalTime.of(9, 0));
        CaseOnTopic first = new CaseOnTopic(organisation).openedMeldcode("nurse");
        CaseOnTopic second = new CaseOnTopic(organisation).openedMeldcode("nurse");
        topic.send(first.events());
        topic.send(second.events());
        await().atMost(AT_MOST).until(() -> states(first).size() + states(second).size() == 2);

        // when
        clock.moveTo(LocalTime.of(7, 59));
        run.runOnce();
        assertThat(states(first)).containsExactly("WAITING");
        clock.moveTo(LocalTime.of(8, 1));

        // then
        assertThat(awaitMail(1)).hasSize(1);
        await().atMost(AT_MOST).until(() -> states(first), List.of("SENT")::equals);
        assertThat(states(second)).containsExactly("SENT");
        assertThat(server.receivedBy(mailbox)).hasSize(1);
    }

    @Test
    void whatIsDueTogetherTravelsTogetherWhoeverLooksAtTheSameMoment() throws Exception {
        // given
        server.start();
        settings("nurse", "professional", "en", mailbox, "\"digestAt\":\"08:00\",");
        clock.moveTo(LocalTime.of(9, 0));
        CaseOnTopic first = new CaseOnTopic(organisation).openedMeldcode("nurse");
        CaseOnTopic second = new CaseOnTopic(organisation).openedMeldcode("nurse");
        topic.send(first.events());
        await().atMost(AT_MOST).until(() -> states(first).size() == 1);
        topic.send(second.events());
        await().atMost(AT_MOST).until(() -> states(second).size() == 1);
        try (Connection other = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                Statement statement = other.createStatement()) {
            // and somebody has got as far as the first of them
            other.setAutoCommit(false);
            statement.execute("SELECT FROM mail_delivery d JOIN notification n ON n.id = d.notification_id WHERE n.case_id = '" + first.id()
                    + "' FOR UPDATE OF d");

            // when it is due
            clock.moveTo(LocalTime.of(8, 1));
            await().atMost(AT_MOST).until(() -> states(second).equals(List.of("SENT"))
                    || !Rows.of("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%mail_delivery%'").isEmpty());
        }

        // then
        await().atMost(AT_MOST).until(() -> states(first).equals(List.of("SENT")) && states(second).equals(List.of("SENT")));
        assertThat(server.receivedBy(mailbox)).hasSize(1);
    }

    @Test
    void whoHasSeveralOverdueDutiesAfterALongSleepIsMailedOnceAndIsWarnedOfEach() {
        // given: nobody was told for a week, and what is told now arrives case by case
        server.start();
        settings("director", "board", "nl", mailbox, "");
        List<CaseOnTopic> overdue = Stream.generate(() -> new CaseOnTopic(organisation)
                        .openedCareRelation("nurse")
                        .internalReport("nurse", AccusedKind.STAFF, "suspect"))
                .limit(7)
                .toList();
        overdue.forEach(one -> topic.send(one.events()));
        await().atMost(AT_MOST).until(() -> overdue.stream().allMatch(Rows::holdAllOf));
        clock.stop();

        // when
        for (CaseOnTopic one : overdue) {
            topic.send(one.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
            await().atMost(AT_MOST).until(() -> states(one).size() == 1);
            run.runOnce();
        }
        clock.pass(RealParts.GATHER_FOR);

        // then: one mail, seven lines in the inbox, each with the proof of its own
        await().atMost(AT_MOST).until(() -> overdue.stream().allMatch(one -> states(one).equals(List.of("SENT"))));
        assertThat(server.receivedBy(mailbox)).hasSize(1);
        assertThat(InboxClient.of("director", organisation, "board").told())
                .containsExactlyInAnyOrderElementsOf(overdue.stream().map(one -> "DEADLINE_MISSED " + one.id()).toList());
        assertThat(overdue).allSatisfy(one -> assertThat(Rows.of("SELECT channel || ' ' || state FROM warning WHERE obligation = 'OB-INVESTIGATE'"
                        + " AND rung = 'MISSED' AND (recipient_role = 'board' OR recipient_ref = '" + one.ref("director") + "') AND case_id = '"
                        + one.id() + "'"))
                .containsExactlyInAnyOrder("INBOX DELIVERED", "EMAIL WAITING", "EMAIL SENT"));
    }

    @Test
    void whatWaitsToBeTriedAgainTravelsWithTheNextMailAndKeepsItsAttempts() {
        // given no server, and one that failed so often that its next attempt is far away
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic first = melding();
        topic.send(first.events());
        await().atMost(AT_MOST).until(() -> problems(first), List.of("CONNECTION")::equals);
        change(first, "attempts = 6, next_attempt_at = next_attempt_at + interval '2 hours'");

        // when another one fails, too
        CaseOnTopic second = melding();
        topic.send(second.events());
        await().atMost(AT_MOST).until(() -> problems(second), List.of("CONNECTION")::equals);

        // then no attempt was counted for the first, and it is as far away as it was
        assertThat(attempts(first)).isEqualTo(6);
        assertThat(Rows.of("SELECT a.next_attempt_at > b.next_attempt_at FROM mail_delivery a JOIN notification n ON n.id = a.notification_id,"
                        + " mail_delivery b JOIN notification o ON o.id = b.notification_id"
                        + " WHERE n.case_id = '" + first.id() + "' AND o.case_id = '" + second.id() + "'"))
                .containsExactly("t");

        // when there is a server again
        server.start();
        clock.pass(Duration.ofMinutes(1));

        // then
        await().atMost(AT_MOST).until(() -> states(first).equals(List.of("SENT")) && states(second).equals(List.of("SENT")));
        assertThat(server.receivedBy(mailbox)).hasSize(1);
    }

    @Test
    void whatIsSentAgainHasTheSameMessageIdAndWithSomethingNewAnother() {
        // given: the server took the mail, and the service died before it noted that
        server.start();
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic first = melding();
        topic.send(first.events());
        await().atMost(AT_MOST).until(() -> states(first), List.of("SENT")::equals);
        change(first, "state = 'WAITING', settled_at = NULL");
        assertThat(awaitMail(2)).extracting(MailIT::messageId).containsOnly(messageId(server.receivedBy(mailbox).getFirst()));
        await().atMost(AT_MOST).until(() -> states(first), List.of("SENT")::equals);

        // when it dies once more, and something new is told before the next attempt
        change(first, "state = 'WAITING', settled_at = NULL, next_attempt_at = next_attempt_at + interval '2 hours'");
        CaseOnTopic second = melding();
        topic.send(second.events());

        // then
        await().atMost(AT_MOST).until(() -> states(first).equals(List.of("SENT")) && states(second).equals(List.of("SENT")));
        List<MimeMessage> mails = server.receivedBy(mailbox);
        assertThat(mails).hasSize(3);
        assertThat(messageId(mails.getLast())).isNotEqualTo(messageId(mails.getFirst()));
    }

    @Test
    void whatMayNotLeaveNowIsAskedAgainAtItsOwnTime() {
        // given: one that failed and waits, of a case whose accused is not known for a while
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic first = melding();
        topic.send(first.events());
        await().atMost(AT_MOST).until(() -> problems(first), List.of("CONNECTION")::equals);
        change(first, "next_attempt_at = next_attempt_at + interval '2 hours'");
        unlinked(first, true);

        // when another mail of his leaves
        server.start();
        CaseOnTopic second = melding();
        topic.send(second.events());
        await().atMost(AT_MOST).until(() -> states(second), List.of("SENT")::equals);

        // then the first did not go along, and goes at its own time
        assertThat(states(first)).containsExactly("WAITING");
        unlinked(first, false);
        clock.pass(Duration.ofHours(3));
        await().atMost(AT_MOST).until(() -> states(first), List.of("SENT")::equals);
        assertThat(server.receivedBy(mailbox)).hasSize(2);
    }

    private static void unlinked(CaseOnTopic given, boolean unlinked) {
        Rows.of("UPDATE case_progress SET accused_unlinked = " + unlinked + " WHERE case_id = '" + given.id() + "' RETURNING case_id::text");
    }

    @Test
    void whoIsToldInTwoCapacitiesIsMailedAtOnceWhenOneOfThemIsUrgent() {
        // given: as board he is told of a duty that can wait, as report team beside it of one that cannot
        server.start();
        settings("director", "board report-team", "nl", mailbox, "\"digestAt\":\"08:00\",");
        CaseOnTopic judged = new CaseOnTopic(organisation)
                .openedCareRelation("nurse")
                .internalReport("nurse", AccusedKind.STAFF, "suspect")
                .judgedViolent("member");

        // when
        topic.send(judged.events());

        // then
        awaitMail(1);
        await().atMost(AT_MOST).until(() -> Rows.of("SELECT d.state || ' ' || d.urgent FROM mail_delivery d JOIN notification n ON n.id = d.notification_id"
                        + " WHERE n.kind = 'OBLIGATION_AROSE' AND n.event_id = '" + judged.events().getLast().id() + "'"),
                List.of("SENT true")::equals);
    }

    @Test
    void whatIsReadBeforeTheDigestIsNotMailed() {
        // given
        server.start();
        settings("nurse", "professional", "nl", mailbox, "\"digestAt\":\"08:00\",");
        clock.moveTo(LocalTime.of(9, 0));
        CaseOnTopic given = new CaseOnTopic(organisation).openedMeldcode("nurse");
        topic.send(given.events());
        InboxClient nurse = InboxClient.of("nurse", organisation, "professional");
        await().atMost(AT_MOST).until(() -> nurse.duties().size() == 1);

        // when
        nurse.markRead((String) nurse.duties().getFirst().get("id")).then().statusCode(204);
        clock.moveTo(LocalTime.of(8, 1));

        // then
        await().atMost(AT_MOST).until(() -> states(given), List.of("READ_BEFORE")::equals);
        assertThat(server.receivedBy(mailbox)).isEmpty();
    }

    @Test
    void theAccusedIsMailedNothingWhateverElseHeIs() {
        // given
        server.start();
        String ofAccused = UUID.randomUUID() + "@zorg.example";
        settings("suspect", "report-team", "nl", ofAccused, "");
        settings("member", "report-team", "nl", mailbox, "");

        // when
        CaseOnTopic given = new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "suspect");
        topic.send(given.events());

        // then
        awaitMail(1);
        await().atMost(AT_MOST).until(() -> states(given).stream().sorted().toList(),
                List.of("SENT", "SENT", "WITHDRAWN", "WITHDRAWN")::equals);
        assertThat(server.receivedBy(ofAccused)).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayForAnHourLosesNothingAndHoldsUpNothing() {
        // given no server
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic melding = melding();
        topic.send(melding.events());
        await().atMost(AT_MOST).until(() -> problems(melding), List.of("CONNECTION")::equals);
        int attempts = attempts(melding);

        // when half an hour passes
        clock.pass(Duration.ofMinutes(5));
        await().atMost(AT_MOST).until(() -> attempts(melding) > attempts);
        assertThat(states(melding)).containsExactly("WAITING");
        CaseOnTopic another = melding();
        topic.send(another.events());
        InboxClient.of("boss", organisation, "supervisor").await(2);
        server.start();
        clock.pass(Duration.ofMinutes(30));

        // then
        awaitMailAsTimePasses();
        awaitAsTimePasses(() -> states(melding).equals(List.of("SENT")));
        awaitAsTimePasses(() -> states(another).equals(List.of("SENT")));
    }

    @Test
    void aMailServerThatHangsHoldsUpNothingAndIsUsedAgainWhenItSpeaks() {
        // given one that takes connections and says nothing
        server.hang();
        for (int i = 0; i < 12; i++) {
            settings("boss-" + i, "supervisor", "nl", i == 0 ? mailbox : UUID.randomUUID() + "@zorg.example", "");
        }
        CaseOnTopic melding = melding();
        topic.send(melding.events());

        // then people are told meanwhile, and every attempt ends
        InboxClient.of("boss-0", organisation, "supervisor").await(1);
        await().atMost(AT_MOST).until(() -> problems(melding).stream().filter(java.util.Objects::nonNull).count() == 12);
        assertThat(server.hanging()).isPositive();

        // when another one takes its place, while the old connections still hang
        server.stopListening().start();

        // then
        awaitMailAsTimePasses();
        awaitAsTimePasses(() -> states(melding).stream().allMatch("SENT"::equals));
    }

    @Test
    void whatIsUrgentAndDoesNotArriveWithinTheHourAlarmsSomebodyWhoCanRing() {
        // given no server
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic melding = melding();
        topic.send(melding.events());
        await().atMost(AT_MOST).until(() -> problems(melding), List.of("CONNECTION")::equals);
        InboxClient officer = InboxClient.of("officer", organisation, "attention-officer");
        assertThat(officer.told()).containsExactly("MELDING_MADE " + melding.id());

        // when
        clock.pass(Duration.ofMinutes(61));

        // then
        officer.await(2);
        assertThat(officer.told()).contains("DELIVERY_FAILED " + melding.id());
        given().get("/q/health/well").then().statusCode(503).body("checks.name", hasItem("urgent-deliveries"));
        server.start();
        awaitMailAsTimePasses();
    }

    @Test
    void twoInstancesMailOnce() throws Exception {
        // given many due at once
        server.start();
        settings("boss", "supervisor", "nl", mailbox, "");
        CaseOnTopic given = new CaseOnTopic(organisation).openedMeldcode("nurse");
        for (int i = 0; i < 20; i++) {
            given.melding("nurse", "noord", MeldingChannel.PHONE);
        }
        clock.stop();
        topic.send(given.events());
        await().atMost(AT_MOST).until(() -> states(given).size() == 20);

        // when several threads look for work, as several instances do
        List<CompletableFuture<Void>> others = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> await().atMost(AT_MOST).pollInterval(Duration.ofMillis(50)).until(() -> {
                    run.runOnce();
                    List<String> states = states(given);
                    return states.size() == 20 && states.stream().allMatch("SENT"::equals);
                })))
                .toList();
        clock.pass(RealParts.GATHER_FOR);

        // then every notification was in one mail that was sent
        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(60, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(Rows.of("SELECT attempts FROM mail_delivery d JOIN notification n ON n.id = d.notification_id WHERE n.case_id = '"
                        + given.id() + "'"))
                .hasSize(20)
                .containsOnly("1");
        assertThat(server.receivedBy(mailbox)).hasSize(1);
    }

    @Test
    void whatWasPlannedAndLeasedByAClockThatWasWeeksAheadIsMailedWhenItIsRightAgain() {
        // given: no server, and who tried last died
        settings("boss", "supervisor", "nl", mailbox, "");
        clock.pass(Duration.ofDays(30));
        CaseOnTopic melding = melding();
        topic.send(melding.events());
        await().atMost(AT_MOST).until(() -> problems(melding), List.of("CONNECTION")::equals);
        change(melding, "leased_until = next_attempt_at");

        // when
        server.start();
        clock.reset();

        // then
        awaitMail(1);
        await().atMost(AT_MOST).until(() -> states(melding), List.of("SENT")::equals);
    }

    @Test
    void whoHasLostTheRoleIsMailedNoMore() {
        // given
        server.start();
        settings("boss", "supervisor", "nl", mailbox, "");
        InboxClient.of("boss", organisation, "professional").get("/v1/notifications/count").then().statusCode(200);

        // when
        CaseOnTopic melding = melding();
        topic.send(melding.events());

        // then
        InboxClient.of("boss-2", organisation, "supervisor").await(1);
        assertThat(states(melding)).isEmpty();
    }

    /** @param roles with spaces between them */
    private void settings(String userName, String roles, String language, String address, String more) {
        given().auth().oauth2(SignedTokens.personOfUnit(userName, organisation, CaseOnTopic.UNIT, roles.split(" ")))
                .contentType("application/json")
                .body("{\"language\":\"" + language + "\"," + more + "\"email\":{\"enabled\":true,\"address\":\"" + address + "\"}}")
                .put("/v1/notification-settings")
                .then()
                .statusCode(200);
    }

    private CaseOnTopic melding() {
        return new CaseOnTopic(organisation).openedMeldcode("nurse").melding("nurse", "noord", MeldingChannel.PHONE);
    }

    private List<MimeMessage> awaitMail(int count) {
        return await().atMost(AT_MOST).until(() -> server.receivedBy(mailbox), mails -> mails.size() >= count);
    }

    private void awaitMailAsTimePasses() {
        awaitAsTimePasses(() -> !server.receivedBy(mailbox).isEmpty());
    }

    /** Ten minutes with every second, so that it does not matter how often it was tried in vain before. */
    private void awaitAsTimePasses(BooleanSupplier done) {
        await().atMost(AT_MOST).pollInterval(Duration.ofSeconds(1)).until(() -> {
            if (done.getAsBoolean()) {
                return true;
            }
            clock.pass(Duration.ofMinutes(10));
            return false;
        });
    }

    private static List<String> states(CaseOnTopic given) {
        return column("state", given);
    }

    private static List<String> problems(CaseOnTopic given) {
        return column("problem", given);
    }

    private static int attempts(CaseOnTopic given) {
        return column("attempts", given).stream().mapToInt(Integer::parseInt).sum();
    }

    private static List<String> column(String column, CaseOnTopic given) {
        return Rows.of("SELECT d." + column + " FROM mail_delivery d JOIN notification n ON n.id = d.notification_id WHERE n.kind <> 'DELIVERY_FAILED'"
                + " AND n.case_id = '" + given.id() + "'");
    }

    /** Behind the back of the service, as if something had happened that a test cannot bring about. */
    private static void change(CaseOnTopic given, String set) {
        Rows.of("UPDATE mail_delivery d SET " + set + " FROM notification n WHERE n.id = d.notification_id AND n.case_id = '" + given.id()
                + "' RETURNING d.id::text");
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String whole(MimeMessage mail) throws IOException, jakarta.mail.MessagingException {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        StringBuilder whole = new StringBuilder(mail.getSubject());
        for (int i = 0; i < parts.getCount(); i++) {
            whole.append(parts.getBodyPart(i).getContent());
        }
        return whole.toString();
    }
}
