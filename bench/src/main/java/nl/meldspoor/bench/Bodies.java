package nl.meldspoor.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What is sent: small made-up cases, nobody's. */
final class Bodies {

    private Bodies() {}

    static String opening(String route) {
        return """
                {"route":"%s","client":{"reference":"BENCH-%s","name":"A. Client","birthDate":"1941-05-05"},"clientRole":"CARE_RECEIVER",%s\
                "unit":"Team Oost","sector":"VVT","legalFramework":"WLZ"%s}"""
                .formatted(
                        route, UUID.randomUUID(),
                        route.equals("MELDCODE") ? "\"framework\":\"VENVN\",\"profession\":\"VERPLEEGKUNDIGE\"," : "",
                        route.equals("MELDCODE") ? ",\"region\":\"noord\"" : "");
    }

    static String signal() {
        return """
                {"observedAt":"%s","perception":"SEEN","direction":"CONFIRMS","forms":["PHYSICAL"],"about":"CARE_RECEIVER","description":"Mevrouw heeft \
                op beide bovenarmen blauwe plekken in de vorm van vingers; zij zegt dat zij zich gestoten heeft aan de deur en kijkt daarbij weg.",\
                "source":"OWN","disclosure":false}"""
                .formatted(Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS));
    }

    static String internalReport() {
        var ago = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return """
                {"reportedAt":"%s","discoveredAt":"%s","reporterKind":"STAFF","anonymous":false,"receivedBy":{"name":"A","function":"B"},\
                "accusedKind":"STAFF","clientInformed":true,"facts":"Wat er gezien is.","accused":{"name":"X","function":"Y"},"accusedUser":"somebody-else"}"""
                .formatted(ago, ago);
    }
}
