package nl.meldspoor.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A case as somebody works on it over REST. */
record CaseFile(Caller caller, String id) {

    static CaseFile opened(Caller caller, Answer opening) {
        return new CaseFile(caller, opening.at("/case/id").asText());
    }

    /** The same case in the hands of somebody else. */
    CaseFile as(Caller other) {
        return new CaseFile(other, id);
    }

    String path() {
        return "/v1/cases/" + id;
    }

    /** A request to record an entry, not yet sent. */
    Call entry(String entry, Body body) {
        return caller.post(path() + "/" + entry, body);
    }

    /** Records an entry that is accepted. */
    Answer record(String entry, Body body) {
        return entry(entry, body).expect(201);
    }

    /** Records entries that are accepted; pairs of path and body. */
    CaseFile with(String entry, Body body) {
        record(entry, body);
        return this;
    }

    JsonNode read() {
        return caller.get(path()).expect(200).json();
    }

    long version() {
        return read().get("version").asLong();
    }

    List<JsonNode> events() {
        return items(caller.get(path() + "/events").expect(200));
    }

    /** The ids of the obligations in that state. */
    List<String> obligations(String state) {
        return StreamSupport.stream(read().get("obligations").spliterator(), false)
                .filter(o -> o.get("state").asText().equals(state))
                .map(o -> o.get("id").asText())
                .toList();
    }

    static List<JsonNode> items(Answer page) {
        return StreamSupport.stream(page.at("/items").spliterator(), false).toList();
    }
}
