package nl.meldspoor.notifications.webhooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.deadlines.Rung;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.HeldCommit;
import nl.meldspoor.notifications.RealParts;
import nl.meldspoor.notifications.Rows;
import nl.meldspoor.notifications.ShiftedClock;
import nl.meldspoor.notifications.Topic;
import nl.meldspoor.notifications.inbox.InboxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks to real HTTP servers that answer well, badly or not at all. Each test has an organisation of its own. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(SignedTokens.class)
class WebhooksIT {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String organisation = "org-" + UUID.randomUUID();
    private final Topic topic = new Topic();
    private final List<Receiver> receivers = new ArrayList<>();

    @Inject
    ShiftedClock clock;

    @AfterEach
    void close() {
        clock.reset();
        receivers.forEach(Receiver::close);
        topic.close();
    }

    @Test
    void aSubscriberIsToldThinlyAndSigned() {
        // given
        Receiver receiver = receiver();
        JsonPath subscription = subscribe(board(), receiver, "");
        String secret = subscription.getString("secret");
        assertThat(secret).startsWith("whsec_");

        // when
        CaseOnTopic melding = melding();
        topic.send(melding.events());

        // then
        await().atMost(AT_MOST).until(() -> log(subscription.getString("id"), "?state=DELIVERED").path("items.size()").equals(3));
        Receiver.Received made = receiver.received().stream().filter(r -> r.body().contains("MELDING_MADE")).findFirst().orElseThrow();
        assertThatCode(() -> new Webhook(secret).verify(made.body(), lowerCase(made.headers()))).doesNotThrowAnyException();
        JsonPath event = JsonPath.from(made.body());
        assertThat(made.header("content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(made.header("webhook-id")).isEqualTo(event.getString("id"));
        assertThat(made.path()).isEqualTo("/hook?from=meldspoor");
        assertThat(event.getMap(""))
                .containsOnlyKeys("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataref", "data")
                .containsEntry("specversion", "1.0")
                .containsEntry("type", "nl.meldspoor.notifications.melding-made.v1")
                .containsEntry("subject", melding.id().toString())
                .containsEntry("dataref", "http://localhost:8081/v1/cases/" + melding.id());
        assertThat(event.getMap("data"))
                .containsOnlyKeys("organisation", "caseId", "kind", "position")
                .containsEntry("organisation", organisation);
        assertThat(receiver.received()).allMatch(r -> !r.body().contains(melding.ref("nurse")));
        log(subscription.getString("id"), "?state=DELIVERED").then().body("items", hasSize(3)).body("items.status", hasItem(204));
    }

    @Test
    void subscriptionsBelongToTheOrganisationAndToWhoMayManageThem() {
        // given
        String id = subscribe(board(), receiver(), "").getString("id");
        String path = "/v1/webhook-subscriptions/" + id;

        // then the secret is shown once
        get(board(), path).then().statusCode(200).body("secret", nullValue()).body("routes", equalTo(List.of("MELDCODE")));
        get(integration(), "/v1/webhook-subscriptions").then().statusCode(200).body("items.id", equalTo(List.of(id)));
        // and others find nothing
        String stranger = SignedTokens.person("director", "another-organisation", "board");
        get(stranger, "/v1/webhook-subscriptions").then().statusCode(200).body("items", hasSize(0));
        for (String below : List.of("", "/deliveries")) {
            get(stranger, path + below).then().statusCode(404);
            get(SignedTokens.person("nurse", organisation, "professional"), path + below).then().statusCode(403);
            given().get(path + below).then().statusCode(401);
        }
        post(stranger, path + "/secrets", "").then().statusCode(404);
        post(stranger, path + "/activations", "").then().statusCode(404);
        post(stranger, path + "/replays", "{\"fromPosition\":0}").then().statusCode(404);
        given().auth().oauth2(stranger).delete(path).then().statusCode(404);
        // when it is deleted
        given().auth().oauth2(board()).delete(path).then().statusCode(204);
        get(board(), path).then().statusCode(404);
        get(board(), "/v1/webhook-subscriptions/not-an-id").then().statusCode(404);
    }

    @Test
    void allThatIsWrongWithASubscriptionIsAnsweredAtOnce() {
        post(board(), "/v1/webhook-subscriptions",
                        "{\"url\":\"gopher://x\",\"kinds\":[\"MELDING_MADE\",\"NEWS\"],\"routes\":[\"BOTH\"],\"colour\":1,\"description\":5}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("#/colour", "#/url", "#/kinds/1", "#/routes/0", "#/description"));
        post(integration(), "/v1/webhook-subscriptions", "{\"url\":\"http://localhost:1/\",\"routes\":[\"CARE_RELATION\"]}")
                .then().statusCode(400).body("errors.pointer", equalTo(List.of("#/routes")));
        post(board(), "/v1/webhook-subscriptions", "{\"url\":\"http://nowhere.invalid/\"}").then().statusCode(400);
    }

    @Test
    void ofCasesAboutOwnPeopleOnlyWhoAskedHearsAndNeverWhileTheAccusedIsUnknown() {
        // given
        Receiver ecd = receiver();
        subscribe(integration(), ecd, "");
        Receiver ofBoard = receiver();
        subscribe(board(), ofBoard, ",\"routes\":[\"MELDCODE\",\"CARE_RELATION\"]");

        // when
        CaseOnTopic unlinked = new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.UNKNOWN, null);
        topic.send(unlinked.events());
        CaseOnTopic linked = new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "suspect");
        topic.send(linked.events());
        topic.send(melding().events());

        // then
        await().atMost(AT_MOST).until(() -> ecd.received().size() == 3);
        assertThat(ecd.received()).noneMatch(r -> r.body().contains(linked.id().toString()) || r.body().contains(unlinked.id().toString()));
        await().atMost(AT_MOST).until(() -> ofBoard.received().size() == 5);
        assertThat(ofBoard.received()).noneMatch(r -> r.body().contains(unlinked.id().toString()));
    }

    @Test
    void thatACaseWasInspectedIsToldWithItsCaseToTheBoardAndOfTheMeldcodeToNobody() {
        // given
        Receiver ecd = receiver();
        subscribe(integration(), ecd, "");
        Receiver ofBoard = receiver();
        subscribe(board(), ofBoard, ",\"routes\":[\"MELDCODE\",\"CARE_RELATION\"],\"kinds\":[\"CASE_INSPECTED\"]");
        CaseOnTopic meldcode = melding();
        topic.send(meldcode.events());
        CaseOnTopic careRelation = new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "suspect");
        topic.send(careRelation.events());

        // when
        topic.send(meldcode.inspected("accountant"));
        InboxClient.of("director", organisation, "board").await(1);
        topic.send(careRelation.inspected("accountant"));

        // then
        await().atMost(AT_MOST).until(() -> !ofBoard.received().isEmpty());
        assertThat(ofBoard.received()).hasSize(1).first().satisfies(r -> assertThat(r.body())
                .contains("nl.meldspoor.notifications.case-inspected.v1", careRelation.id().toString())
                .doesNotContain(careRelation.ref("accountant")));
        assertThat(ecd.received()).noneMatch(r -> r.body().contains("CASE_INSPECTED"));
    }

    @Test
    void whatASubscriberCannotTakeNowComesInOrderLater() {
        // given
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CaseOnTopic melding = melding();
            cases.add(melding.id().toString());
            topic.send(melding.events());
            int told = i + 1;
            await().atMost(AT_MOST).until(() -> log(id, "").path("items.size()").equals(told));
        }
        await().atMost(AT_MOST).until(() -> log(id, "").jsonPath().getList("items.problem").contains("STATUS-500"));
        int first = receiver.received().size();

        // when it can again
        receiver.answers(Receiver.status(200));
        clock.pass(Duration.ofMinutes(10));

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(4));
        assertThat(receiver.received().subList(first, receiver.received().size()).stream()
                        .map(r -> JsonPath.from(r.body()).getString("subject")))
                .containsExactlyElementsOf(cases);
    }

    @Test
    void whatIsToldAtTheSameMomentComesInOrder() {
        // given: what is told of one case has its place in the order, and is not committed yet
        Receiver receiver = receiver();
        CaseOnTopic known = new CaseOnTopic(organisation).openedCareRelation("nurse").internalReport("nurse", AccusedKind.STAFF, "suspect");
        topic.send(known.events());
        await().atMost(AT_MOST).until(() -> Rows.holdAllOf(known));
        String id = subscribe(board(), receiver, ",\"routes\":[\"MELDCODE\",\"CARE_RELATION\"]").getString("id");
        CaseOnTopic first = melding();
        try (HeldCommit commit = HeldCommit.of(first.id(), first.events().getLast().sequence())) {
            topic.send(first.events());
            await().atMost(AT_MOST).until(commit::isWaitedFor);

            // when another case is told of
            topic.send(known.deadline("OB-INVESTIGATE", "IGJ-DETERMINE", Rung.MISSED));
            await().atMost(AT_MOST).until(() -> commit.holdsUpAnother() || !receiver.received().isEmpty());
        }

        // then
        await().atMost(AT_MOST).until(() -> receiver.received().stream().anyMatch(r -> r.body().contains("deadline-missed")));
        await().atMost(AT_MOST).until(() -> log(id, "?state=WAITING").jsonPath().getList("items").isEmpty());
        assertThat(receiver.received().stream().map(r -> JsonPath.from(r.body()).getLong("data.position"))).isSorted();
        assertThat(receiver.received().getLast().body()).contains(known.id().toString());
    }

    @Test
    void whatIsDeletedWhileSomebodyActivatesItStaysDeleted() throws Exception {
        // given: it was disabled, and somebody is deleting it
        String id = subscribe(board(), receiver(), "").getString("id");
        try (Connection other = EmbeddedParts.shared().postgres().connectAsSuperuser(Database.NOTIFICATIONS.databaseName());
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE webhook_subscription SET state = 'DISABLED', disabled_reason = 'GONE' WHERE id = '" + id + "'");
            other.setAutoCommit(false);
            statement.execute("UPDATE webhook_subscription SET deleted_at = now() WHERE id = '" + id + "'");

            // when
            CompletableFuture<Integer> activated = CompletableFuture.supplyAsync(
                    () -> post(board(), "/v1/webhook-subscriptions/" + id + "/activations", "").statusCode());
            await().atMost(AT_MOST).until(() -> !Rows.of("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%webhook_subscription%'")
                    .isEmpty());
            other.commit();

            // then
            assertThat(activated.get(60, TimeUnit.SECONDS)).isEqualTo(404);
        }
        get(board(), "/v1/webhook-subscriptions/" + id).then().statusCode(404);
    }

    @Test
    void ofTwoThatAskForTheLastPlaceAtTheSameMomentOneGetsIt() {
        // given: all places but one are taken, and nothing more is committed
        Receiver receiver = receiver();
        for (int i = 0; i < 19; i++) {
            subscribe(board(), receiver, "");
        }
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();
        try (HeldCommit commit = HeldCommit.of("webhook_subscription", "NEW.organisation = '" + organisation + "'")) {

            // when
            for (int i = 0; i < 2; i++) {
                statuses.add(CompletableFuture.supplyAsync(
                        () -> post(board(), "/v1/webhook-subscriptions", "{\"url\":\"" + receiver.url() + "\"}").statusCode(),
                        Thread::startVirtualThread));
            }
            await().atMost(AT_MOST).until(commit::holdsUpAnother);
        }

        // then
        assertThat(statuses).extracting(CompletableFuture::join).containsExactlyInAnyOrder(201, 409);
        assertThat(get(board(), "/v1/webhook-subscriptions?limit=200").jsonPath().getList("items")).hasSize(20);
    }

    @Test
    void whoHangsRedirectsOrSendsAMegabyteSlowsNobody() {
        // given
        Receiver elsewhere = receiver();
        Receiver hangs = receiver();
        hangs.answers(hangs.hanging());
        Receiver redirects = receiver().answers(Receiver.redirectTo(elsewhere.url()));
        Receiver floods = receiver().answers(Receiver.megabytes(20));
        Receiver good = receiver();
        String ofHanging = subscribe(board(), hangs, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        String ofRedirecting = subscribe(board(), redirects, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        String ofFlooding = subscribe(board(), floods, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        subscribe(board(), good, ",\"kinds\":[\"MELDING_MADE\"]");

        // when
        CaseOnTopic first = melding();
        topic.send(first.events());
        await().atMost(AT_MOST).until(() -> hangs.received().size() == 1);
        CaseOnTopic second = melding();
        topic.send(second.events());

        // then, while one still hangs
        await().atMost(AT_MOST).until(() -> good.received().size() == 2);
        InboxClient.of("boss", organisation, "supervisor").await(2);
        await().atMost(AT_MOST).until(() -> log(ofFlooding, "?state=DELIVERED").path("items.size()").equals(2));
        await().atMost(AT_MOST).until(() -> log(ofRedirecting, "").jsonPath().getList("items.problem").contains("REDIRECT"));
        await().atMost(AT_MOST).until(() -> log(ofHanging, "").jsonPath().getList("items.problem").contains("TIMEOUT"));
        assertThat(elsewhere.received()).isEmpty();
        assertThat(log(ofHanging, "?state=WAITING").jsonPath().getList("items")).hasSize(2);
    }

    @Test
    void whoIsGoneIsDisabledUntilSomebodyActivatesIt() {
        // given
        Receiver receiver = receiver().answers(Receiver.status(410));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        topic.send(melding().events());

        // then
        await().atMost(AT_MOST)
                .until(() -> get(board(), "/v1/webhook-subscriptions/" + id).path("state").equals("DISABLED"));
        get(board(), "/v1/webhook-subscriptions/" + id).then().body("disabledReason", equalTo("GONE"));
        String dead = log(id, "?state=DEAD").path("items[0].id");
        int untilThen = receiver.received().size();
        topic.send(melding().events());
        InboxClient.of("boss", organisation, "supervisor").await(2);
        assertThat(receiver.received()).hasSize(untilThen);

        // when
        receiver.answers(Receiver.status(200));
        post(board(), "/v1/webhook-subscriptions/" + id + "/activations", "").then().statusCode(204);
        post(board(), "/v1/webhook-subscriptions/" + id + "/deliveries/" + dead + "/resends", "").then().statusCode(202);

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(1));
        assertThat(receiver.received()).hasSize(untilThen + 1);
        assertThat(receiver.received().getLast().header("webhook-id"))
                .isEqualTo(receiver.received().getFirst().header("webhook-id"));

        // when what was told while it was disabled is replayed
        long position = log(id, "").jsonPath().getLong("items[0].position");
        post(board(), "/v1/webhook-subscriptions/" + id + "/replays", "{\"fromPosition\":" + (position + 1) + "}")
                .then().statusCode(202).body("planned", equalTo(1));

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(2));
    }

    @Test
    void whatIsSentAgainComesAfterAllThatWaits() {
        // given: one that arrived, and one that waits
        Receiver receiver = receiver();
        String id = subscribe(board(), receiver, ",\"kinds\":[\"OBLIGATION_AROSE\"]").getString("id");
        topic.send(new CaseOnTopic(organisation).openedMeldcode("nurse").events());
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(1));
        String delivered = log(id, "").path("items[0].id");
        receiver.answers(Receiver.status(500));
        CaseOnTopic waiting = new CaseOnTopic(organisation).openedMeldcode("nurse");
        topic.send(waiting.events());
        await().atMost(AT_MOST).until(() -> log(id, "?state=WAITING").jsonPath().getList("items.problem").contains("STATUS-500"));

        // when the first is sent again so often that chance does not put all of them last
        for (int i = 0; i < 8; i++) {
            post(board(), "/v1/webhook-subscriptions/" + id + "/deliveries/" + delivered + "/resends", "").then().statusCode(202);
        }
        int before = receiver.received().size();
        receiver.answers(Receiver.status(200));
        post(board(), "/v1/webhook-subscriptions/" + id + "/activations", "").then().statusCode(204);

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(10));
        assertThat(receiver.received().get(before).body()).contains(waiting.id().toString());
    }

    @Test
    void aSubscriptionThatIsEndedAlarmsNoMore() {
        // given: something urgent that did not arrive within the hour
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> log(id, "").jsonPath().getList("items.problem").contains("STATUS-500"));
        clock.pass(Duration.ofMinutes(61));
        await().atMost(AT_MOST).until(() -> !Rows.of("SELECT id FROM webhook_delivery WHERE alarmed_at IS NOT NULL AND subscription_id = '" + id + "'").isEmpty());
        int standing = notDelivered();

        // when
        given().auth().oauth2(board()).delete("/v1/webhook-subscriptions/" + id).then().statusCode(204);

        // then
        await().atMost(AT_MOST).until(() -> notDelivered() == standing - 1);
    }

    @Test
    void aReceiverThatIsBackNeedNotWaitForTheNextAttempt() {
        // given one that failed twice: the next attempt is minutes away
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> receiver.received().size() == 1);
        clock.pass(Duration.ofSeconds(10));
        await().atMost(AT_MOST).until(() -> log(id, "?state=WAITING").jsonPath().getInt("items[0].attempts") == 2);

        // when
        receiver.answers(Receiver.status(204));
        post(board(), "/v1/webhook-subscriptions/" + id + "/activations", "").then().statusCode(204);

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(1));
    }

    @Test
    void whoAsksForAnAttemptAtOnceWhileOneIsUnderWayGetsIt() throws Exception {
        // given: the second attempt, after which the next is minutes away, has not been answered yet
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> Integer.valueOf(500).equals(log(id, "?state=WAITING").path("items[0].status")));
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        receiver.answers(exchange -> {
            underWay.countDown();
            answered.await();
            Receiver.status(500).to(exchange);
        });
        clock.pass(Duration.ofSeconds(10));
        assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();

        // when
        post(board(), "/v1/webhook-subscriptions/" + id + "/activations", "").then().statusCode(204);
        receiver.answers(Receiver.status(204));
        answered.countDown();

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(1));
    }

    @Test
    void whatIsNeverTakenIsGivenUpVisiblyAndAlarms() {
        // given
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        CaseOnTopic melding = melding();
        topic.send(melding.events());

        // when days pass
        for (int attempt = 1; attempt <= 11; attempt++) {
            int made = attempt;
            await().atMost(AT_MOST).until(() -> log(id, "").jsonPath().getList("items.attempts"), List.of(made)::equals);
            clock.pass(Duration.ofHours(27));
        }

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DEAD").path("items.size()").equals(1));
        InboxClient officer = InboxClient.of("officer", organisation, "attention-officer");
        await().atMost(AT_MOST).until(() -> officer.told().contains("DELIVERY_FAILED " + melding.id()));
    }

    @Test
    void whatWasPlannedAndLeasedByAClockThatWasWeeksAheadIsSentWhenItIsRightAgain() {
        // given: who tried last died
        Receiver receiver = receiver().answers(Receiver.status(500));
        String id = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]").getString("id");
        clock.pass(Duration.ofDays(30));
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> log(id, "").jsonPath().getList("items.problem"), List.of("STATUS-500")::equals);
        nl.meldspoor.notifications.Rows.of("UPDATE webhook_subscription SET leased_until = now() + interval '30 days' WHERE id = '" + id + "' RETURNING url");

        // when
        receiver.answers(Receiver.status(200));
        clock.reset();

        // then
        await().atMost(AT_MOST).until(() -> log(id, "?state=DELIVERED").path("items.size()").equals(1));
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        // given
        Receiver receiver = receiver();
        JsonPath subscription = subscribe(board(), receiver, ",\"kinds\":[\"MELDING_MADE\"]");
        String old = subscription.getString("secret");
        String fresh = post(board(), "/v1/webhook-subscriptions/" + subscription.getString("id") + "/secrets", "")
                .then().statusCode(201).extract().path("secret");

        // when
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> receiver.received().size() == 1);
        Receiver.Received both = receiver.received().getFirst();
        clock.pass(Duration.ofHours(25));
        topic.send(melding().events());
        await().atMost(AT_MOST).until(() -> receiver.received().size() == 2);

        // then
        assertThatCode(() -> new Webhook(old).verify(both.body(), lowerCase(both.headers()))).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(fresh).verify(both.body(), lowerCase(both.headers()))).doesNotThrowAnyException();
        assertThat(both.header("webhook-signature").split(" ")).hasSize(2);
        assertThat(receiver.received().get(1).header("webhook-signature").split(" ")).hasSize(1);
        assertThat(Rows.of("SELECT encode(sealed, 'escape') FROM webhook_secret"))
                .noneMatch(sealed -> sealed.contains(fresh.substring(6)));
    }

    private static int notDelivered() {
        return given().get("/q/health/well").jsonPath().getInt("checks.find { it.name == 'urgent-deliveries' }.data.notDelivered");
    }

    private Receiver receiver() {
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    private CaseOnTopic melding() {
        return new CaseOnTopic(organisation).openedMeldcode("nurse").melding("nurse", "noord", MeldingChannel.PHONE);
    }

    private String board() {
        return SignedTokens.person("director", organisation, "board");
    }

    private String integration() {
        return SignedTokens.person("service-account-ecd", organisation, "integration");
    }

    private JsonPath subscribe(String token, Receiver receiver, String more) {
        return post(token, "/v1/webhook-subscriptions", "{\"url\":\"" + receiver.url() + "\"" + more + "}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response log(String id, String query) {
        Response log = get(board(), "/v1/webhook-subscriptions/" + id + "/deliveries" + query);
        assertThat(log.statusCode()).isEqualTo(200);
        return log;
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static Response post(String token, String path, String body) {
        return body.isEmpty()
                ? given().auth().oauth2(token).post(path)
                : given().auth().oauth2(token).contentType("application/json").body(body).post(path);
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new java.util.HashMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return lower;
    }
}
