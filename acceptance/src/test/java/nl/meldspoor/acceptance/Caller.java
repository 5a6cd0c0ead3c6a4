package nl.meldspoor.acceptance;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Somebody who calls the services.
 *
 * @param name demo user, or client id of an integration; empty when nobody signed in
 */
record Caller(Optional<String> name) {

    static Caller of(String name) {
        return new Caller(Optional.of(name));
    }

    static Caller nobody() {
        return new Caller(Optional.empty());
    }

    Call get(String path) {
        return get(Service.CASES, path);
    }

    Call get(Service service, String path) {
        return call("GET", service, path, HttpRequest.BodyPublishers.noBody());
    }

    /** A POST of JSON to the case-service. */
    Call post(String path, Body body) {
        return post(path, body.toString());
    }

    Call post(String path, String json) {
        return post(Service.CASES, path, json);
    }

    Call post(Service service, String path, String json) {
        return call("POST", service, path, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
    }

    Call call(String method, Service service, String path, HttpRequest.BodyPublisher body) {
        URI base = Meldspoor.running().address(service);
        Call call = new Call(method, URI.create(base + path), body);
        name.ifPresent(n -> call.token(Meldspoor.running().token(n)));
        return call;
    }

    /** Opens a case and goes on with it as this person. */
    CaseFile open(Body opening) {
        return CaseFile.opened(this, post("/v1/cases", opening).expect(201));
    }

    @Override
    public String toString() {
        return name.orElse("nobody");
    }
}
