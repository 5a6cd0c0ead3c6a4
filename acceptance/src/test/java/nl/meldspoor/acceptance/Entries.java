package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.When.daysAgo;
import static nl.meldspoor.acceptance.When.hoursAgo;

import java.util.UUID;

/** One good body per entry. What happens in them is told in the order of the step plans, from a hundred hours ago on. */
final class Entries {

    private Entries() {}

    static Body meldcode() {
        return Body.of("""
                {"route": "MELDCODE", "client": {"reference": "%s"}, "clientRole": "CARE_RECEIVER", "framework": "VENVN",
                 "profession": "verpleegkundige", "unit": "Team Oost", "sector": "HOME_CARE", "legalFramework": "ZVW", "region": "noord"}
                """.formatted(reference()));
    }

    static Body careRelation() {
        return Body.of("""
                {"route": "CARE_RELATION", "client": {"reference": "%s"}, "clientRole": "CARE_RECEIVER",
                 "unit": "Team Oost", "sector": "HOME_CARE", "legalFramework": "ZVW"}
                """.formatted(reference()));
    }

    /** A client reference that nobody else has. */
    static String reference() {
        return "ACC-" + UUID.randomUUID();
    }

    static Body signal() {
        return Body.of("""
                {"observedAt": "%s", "perception": "SEEN", "direction": "CONFIRMS", "forms": ["PHYSICAL"], "about": "CARE_RECEIVER",
                 "description": "Blauwe plekken op de onderarm.", "source": "OWN", "disclosure": false}
                """.formatted(hoursAgo(100)));
    }

    /** The victim comes out with it unasked. */
    static Body disclosure() {
        return signal().with("""
                {"perception": "TOLD", "source": "CLIENT", "disclosure": true}
                """);
    }

    static Body childCheck() {
        return Body.of("""
                {"checkedOn": "%s", "dependentChildren": false}
                """.formatted(When.daysAgo(1)));
    }

    static Body consultation() {
        return Body.of("""
                {"heldAt": "%s", "with": "COLLEAGUE", "name": "Kees Collega", "function": "verzorgende", "anonymous": false,
                 "agreements": "Samen letten op nieuwe plekken."}
                """.formatted(hoursAgo(90)));
    }

    static Body adviceOfVeiligThuis() {
        return consultation().with("""
                {"with": "VEILIG_THUIS", "anonymous": true, "advice": "Eerst een gesprek, dan wegen."}
                """);
    }

    static Body conversation() {
        return Body.of("""
                {"heldAt": "%s", "with": "CLIENT", "participants": "Mevrouw en de verpleegkundige", "topics": "De plekken",
                 "reaction": "Mevrouw zwijgt.", "agreements": "Morgen verder praten.", "concernsRemoved": "YES"}
                """.formatted(hoursAgo(80)));
    }

    static Body conversationWaiver() {
        return Body.of("""
                {"waives": "CONVERSATION", "ground": "SAFETY", "waivedOn": "%s", "motivation": "Een gesprek brengt gevaar."}
                """.formatted(daysAgo(3)));
    }

    /** Structural unsafety: report. */
    static Body assessment() {
        return Body.of("""
                {"assessedAt": "%s", "suspicion": "YES", "acuteUnsafety": "NO", "structuralUnsafety": "YES",
                 "reasoning": "Het gaat al weken zo.", "discussedWithClient": false}
                """.formatted(hoursAgo(70)));
    }

    static Body decisions() {
        return Body.of("""
                {"decidedAt": "%s", "reportNecessary": true, "reportMotivation": "Structureel onveilig.", "helpPossible": false,
                 "helpMotivation": "Eerst veiligheid.", "decidedBy": {"name": "Pim Verpleging", "function": "verpleegkundige"}}
                """.formatted(hoursAgo(60)));
    }

    static Body melding() {
        return Body.of("""
                {"madeAt": "%s", "region": "noord", "channel": "MELDSPOOR", "facts": "Sinds drie weken plekken op de armen.",
                 "persons": [{"role": "slachtoffer", "name": "Mevrouw Voorbeeld"}], "discussedWithClient": true,
                 "clientReaction": "Opgelucht.", "agreements": "Wij blijven komen.", "anonymousTowardsClient": false}
                """.formatted(hoursAgo(50)));
    }

    static Body acknowledgement(String meldingId) {
        return Body.of("""
                {"meldingId": "%s", "receivedAt": "%s", "reference": "VT-4711",
                 "by": {"name": "Loes Liaison", "function": "frontoffice"}}
                """.formatted(meldingId, hoursAgo(40)));
    }

    static Body feedback(String meldingId) {
        return Body.of("""
                {"meldingId": "%s", "receivedAt": "%s", "kind": "TAKEN_UP", "outcome": "Wij bellen de familie.",
                 "from": {"name": "Loes Liaison", "function": "frontoffice"}}
                """.formatted(meldingId, hoursAgo(30)));
    }

    /** The accused is a colleague, but nobody has said yet which user. */
    static Body internalReport() {
        return Body.of("""
                {"reportedAt": "%s", "discoveredAt": "%s", "reporterKind": "STAFF", "anonymous": false, "reporter": "Een collega",
                 "receivedBy": {"name": "Mia Meldteam", "function": "meldteam"}, "accusedKind": "STAFF",
                 "accused": {"name": "Collega Ander", "function": "verzorgende"}, "clientInformed": true,
                 "facts": "Hard aangepakt bij het wassen."}
                """.formatted(hoursAgo(90), hoursAgo(95)));
    }

    /** Nobody is accused. */
    static Body internalReportOnNobody() {
        return internalReport().without("accused").with("accusedKind", "NONE");
    }

    static Body safetyMeasure() {
        return Body.of("""
                {"takenAt": "%s", "kind": "SUPERVISION", "description": "Werkt voorlopig alleen samen."}
                """.formatted(hoursAgo(85)));
    }

    static Body hearing() {
        return Body.of("""
                {"heldAt": "%s", "interviewers": [{"name": "Mia Meldteam", "function": "meldteam"},
                 {"name": "Bas Bestuur", "function": "bestuurder"}], "supportPersonOffered": true,
                 "account": "Ik wilde helpen.", "agreements": "Verslag ter inzage."}
                """.formatted(hoursAgo(75)));
    }

    static Body hearingWaiver() {
        return Body.of("""
                {"waivedOn": "%s", "ground": "UNREACHABLE", "motivation": "Na drie keer bellen niet bereikt."}
                """.formatted(daysAgo(3)));
    }

    static Body judgement(String qualification) {
        return Body.of("""
                {"determinedAt": "%s", "qualification": "%s", "severity": "HIGH", "recurrenceRisk": "LOW", "fatal": false,
                 "betweenClients": false, "reasoning": "Alles gehoord en gewogen."}
                """.formatted(hoursAgo(48), qualification));
    }

    static Body igjReport(String category) {
        return Body.of("""
                {"filedAt": "%s", "category": "%s", "authority": "IGJ", "content": "Wat er gebeurde.",
                 "filedBy": {"name": "Bea Bestuur", "function": "bestuurder"}}
                """.formatted(hoursAgo(36), category));
    }

    static Body closure(String ground) {
        return Body.of("""
                {"closedOn": "%s", "ground": "%s", "motivation": "Alles is gedaan."}
                """.formatted(daysAgo(0), ground));
    }
}
