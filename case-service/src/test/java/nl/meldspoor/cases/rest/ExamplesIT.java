package nl.meldspoor.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.meldspoor.cases.support.CaseParts;
import nl.meldspoor.examples.ExampleCase;
import nl.meldspoor.examples.LoadExamples;
import nl.meldspoor.http.SignedTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example cases are accepted as they are told, each entry of them. */
@QuarkusTest
@QuarkusTestResource(SignedTokens.class)
@QuarkusTestResource(CaseParts.class)
class ExamplesIT {

    /** Gives out signed tokens where the examples look for Keycloak. */
    private static HttpServer identity;

    @TestHTTPResource
    URI base;

    @BeforeAll
    static void startIdentity() throws Exception {
        identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identity.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var user = form.replaceAll(".*username=([^&]*).*", "$1");
            var answer = ("{\"access_token\":\"" + token(user) + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        // the test's classes are loaded by Quarkus; a thread of the JDK's server knows nothing of that
        var loader = Thread.currentThread().getContextClassLoader();
        identity.setExecutor(task -> {
            Thread.currentThread().setContextClassLoader(loader);
            task.run();
        });
        identity.start();
    }

    @AfterAll
    static void stopIdentity() {
        identity.stop(0);
    }

    /** {@code de-linde-professional-2} has role professional at de-linde; {@code vt-liaison-noord} is the liaison of noord. */
    private static String token(String user) {
        if (user.startsWith("vt-liaison-")) {
            return SignedTokens.liaison(user, user.substring("vt-liaison-".length()));
        }
        var organisation = user.startsWith("de-linde") ? "de-linde" : "waterland";
        var role = user.substring(organisation.length() + 1).replaceAll("-\\d$", "");
        return SignedTokens.personOfUnit(user, organisation, "Team Oost", role);
    }

    static List<String> names() {
        return ExampleCase.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAccepted(String name) throws Exception {
        var example = ExampleCase.read(name);
        var address = base.toString().replaceAll("/$", "");

        var answers = new LoadExamples(address, "http://localhost:" + identity.getAddress().getPort()).load(example, Instant.now());

        assertThat(answers).hasSameSizeAs(example.steps());
        assertThat(answers.getLast().at("/case/version").asInt()).isGreaterThanOrEqualTo(example.steps().size());
    }
}
