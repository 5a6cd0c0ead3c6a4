package nl.meldspoor.notifications.inbox;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meldspoor.http.SignedTokens;
import nl.meldspoor.notifications.CaseOnTopic;
import org.awaitility.Awaitility;

/** A signed-in reader of the inbox. */
public record InboxClient(String token) {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** Somebody of the unit of the test cases. */
    public static InboxClient of(String userName, String organisation, String role) {
        return new InboxClient(SignedTokens.personOfUnit(userName, organisation, CaseOnTopic.UNIT, role));
    }

    public static InboxClient liaison(String region) {
        return new InboxClient(SignedTokens.liaison("vt-liaison-" + region, region));
    }

    public Response get(String path) {
        return given().auth().oauth2(token).get(path);
    }

    public Response markRead(String id) {
        return given().auth().oauth2(token).put("/v1/notifications/" + id + "/read");
    }

    public List<Map<String, Object>> items() {
        return items("");
    }

    /** @param query what stands behind the path, e.g. {@code ?unread=true} */
    public List<Map<String, Object>> items(String query) {
        return get("/v1/notifications" + query).then().statusCode(200).extract().path("items");
    }

    /** Kinds and case ids of what happened, newest first; duties apart. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        news().forEach(item -> told.add(item.get("kind") + " " + item.get("caseId")));
        return told;
    }

    /** Waits until at least that many are there of what happened, duties apart. */
    public List<Map<String, Object>> await(int count) {
        return Awaitility.await().atMost(AT_MOST).until(this::news, items -> items.size() >= count);
    }

    /** The duties he is told of, newest first. */
    public List<Map<String, Object>> duties() {
        return items("?limit=200").stream().filter(InboxClient::isDuty).toList();
    }

    private List<Map<String, Object>> news() {
        return items("?limit=200").stream().filter(item -> !isDuty(item)).toList();
    }

    private static boolean isDuty(Map<String, Object> item) {
        return "OBLIGATION_AROSE".equals(item.get("kind"));
    }
}
