package nl.meldspoor.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** What is recorded in a case of the MELDCODE from signal to melding, by the path of each entry, in order. */
    static Map<String, String> meldcodeEntries() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("signals", signal());
        entries.put("consultations", """
                {"heldAt":"%s","with":"VEILIG_THUIS","anonymous":true,"name":"A","function":"B","advice":"Wegen.","agreements":"Wegen."}"""
                .formatted(minutesAgo(50)));
        entries.put("conversations", """
                {"heldAt":"%s","with":"CLIENT","participants":"A en B","topics":"De plekken","reaction":"Geen.","agreements":"Morgen weer.",\
                "concernsRemoved":"NO"}"""
                .formatted(minutesAgo(40)));
        entries.put("assessments", """
                {"assessedAt":"%s","suspicion":"YES","acuteUnsafety":"NO","structuralUnsafety":"YES","reasoning":"Al weken.",\
                "discussedWithClient":false}"""
                .formatted(minutesAgo(30)));
        entries.put("decisions", """
                {"decidedAt":"%s","reportNecessary":true,"reportMotivation":"Onveilig.","helpPossible":false,"helpMotivation":"Eerst veilig.",\
                "decidedBy":{"name":"A","function":"B"}}"""
                .formatted(minutesAgo(20)));
        entries.put("meldingen", """
                {"madeAt":"%s","region":"noord","channel":"MELDSPOOR","facts":"Plekken.","persons":[{"role":"slachtoffer","name":"A. Client"}],\
                "discussedWithClient":true,"clientReaction":"Opgelucht.","agreements":"Wij blijven komen.","anonymousTowardsClient":false}"""
                .formatted(minutesAgo(10)));
        return entries;
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    }
}
