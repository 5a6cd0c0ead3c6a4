package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.When.daysAgo;
import static nl.meldspoor.acceptance.When.hoursAgo;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries with a word of its own in every personal and free member; all words begin alike, so that one search finds any of them. */
final class Planted {

    /** Begins every planted word. */
    static final String WORD = "Zqxwplant";

    /** A date of birth that nobody else has; an age of a hundred years. */
    static final String BIRTH_DATE = "1926-07-19";

    private static final Pattern PLACE = Pattern.compile("†");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Planted() {}

    /** JSON in which every † becomes a word. */
    static Body body(String json, Object... values) {
        Matcher place = PLACE.matcher(json.formatted(values));
        return Body.of(place.replaceAll(p -> WORD + COUNT.incrementAndGet()));
    }

    static Body meldcode() {
        return body("""
                {"route": "MELDCODE", "client": {"reference": "†", "name": "†", "birthDate": "%s"}, "clientRole": "CARE_RECEIVER",
                 "framework": "VENVN", "profession": "verpleegkundige", "unit": "Team Oost", "sector": "HOME_CARE",
                 "legalFramework": "ZVW", "region": "noord", "excludeUsers": ["de-linde-hr"], "note": "†", "deviation": "†"}
                """, BIRTH_DATE);
    }

    static Body careRelation() {
        return meldcode().without("framework", "profession", "region").with("route", "CARE_RELATION");
    }

    static Body signal() {
        return body("""
                {"observedAt": "%s", "perception": "TOLD", "direction": "CONFIRMS", "forms": ["PHYSICAL"], "about": "CARE_RECEIVER",
                 "description": "†", "literalWords": "†", "questionsAsked": "†", "source": "NEIGHBOUR", "sourceDetails": "†",
                 "disclosure": false, "note": "†", "deviation": "†"}
                """, hoursAgo(100));
    }

    static Body consultation() {
        return body("""
                {"heldAt": "%s", "with": "OTHER_ORGANISATION", "name": "†", "function": "†", "anonymous": false, "consent": "REFUSED",
                 "consentMotivation": "†", "advice": "†", "agreements": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(90));
    }

    static Body conversation() {
        return body("""
                {"heldAt": "%s", "with": "CLIENT", "participants": "†", "topics": "†", "literalWords": "†", "questionsAsked": "†",
                 "reaction": "†", "agreements": "†", "concernsRemoved": "NO", "note": "†", "deviation": "†"}
                """, hoursAgo(80));
    }

    static Body conversationWaiver() {
        return body("""
                {"waives": "CONVERSATION", "ground": "SAFETY", "waivedOn": "%s", "motivation": "†", "note": "†", "deviation": "†"}
                """, daysAgo(3));
    }

    static Body assessment() {
        return body("""
                {"assessedAt": "%s", "suspicion": "YES", "acuteUnsafety": "NO", "structuralUnsafety": "YES", "risk": "†",
                 "severity": "†", "harmLikelihood": "†", "duration": "†", "frequency": "†", "reasoning": "†",
                 "discussedWithClient": true, "clientReaction": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(70));
    }

    static Body decisions() {
        return body("""
                {"decidedAt": "%s", "reportNecessary": true, "reportMotivation": "†", "helpPossible": false, "helpMotivation": "†",
                 "decidedBy": {"name": "†", "function": "†"}, "coordinatedWith": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(60));
    }

    static Body melding() {
        return body("""
                {"madeAt": "%s", "region": "noord", "channel": "MELDSPOOR",
                 "madeBy": {"name": "†", "function": "†", "phone": "†", "email": "†@example.org"},
                 "receivedBy": {"name": "†", "function": "†"}, "reference": "†", "facts": "†", "thirdPartyInformation": "†",
                 "persons": [{"role": "†", "name": "†", "birthDate": "%s", "sex": "†", "address": "†", "relation": "†",
                 "representation": "†"}], "discussedWithClient": false, "waiver": {"ground": "SAFETY", "motivation": "†"},
                 "clientConsent": "NOT_ASKED", "clientReaction": "†", "clientObjections": "†", "objectionsHandled": "†",
                 "agreements": "†", "anonymousTowardsClient": false, "note": "†", "deviation": "†"}
                """, hoursAgo(50), BIRTH_DATE);
    }

    static Body acknowledgement() {
        return body("""
                {"receivedAt": "%s", "reference": "†", "by": {"name": "†", "function": "†"}, "note": "†", "deviation": "†"}
                """, hoursAgo(40));
    }

    static Body feedback() {
        return body("""
                {"receivedAt": "%s", "kind": "CONCLUDED", "outcome": "†", "from": {"name": "†", "function": "†"}, "note": "†",
                 "deviation": "†"}
                """, hoursAgo(30));
    }

    static Body internalReport() {
        return body("""
                {"reportedAt": "%s", "discoveredAt": "%s", "reporterKind": "STAFF", "anonymous": false, "reporter": "†",
                 "receivedBy": {"name": "†", "function": "†"}, "receivedByUser": "de-linde-supervisor", "accusedKind": "STAFF",
                 "accused": {"name": "†", "function": "†"}, "accusedUser": "de-linde-staff", "clientInformed": true,
                 "clientConsent": "REFUSED", "consentMotivation": "†", "facts": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(90), hoursAgo(95));
    }

    static Body safetyMeasure() {
        return body("""
                {"takenAt": "%s", "kind": "OFF_DUTY", "description": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(85));
    }

    static Body hearing() {
        return body("""
                {"heldAt": "%s", "interviewers": [{"name": "†", "function": "†"}, {"name": "†", "function": "†"}],
                 "supportPersonOffered": true, "account": "†", "literalWords": "†", "questionsAsked": "†", "agreements": "†",
                 "note": "†", "deviation": "†"}
                """, hoursAgo(75));
    }

    static Body hearingWaiver() {
        return body("""
                {"waivedOn": "%s", "ground": "UNABLE", "motivation": "†", "note": "†", "deviation": "†"}
                """, daysAgo(3));
    }

    static Body judgement() {
        return body("""
                {"determinedAt": "%s", "qualification": "VIOLENCE_IN_CARE_RELATION", "severity": "HIGH", "recurrenceRisk": "LOW",
                 "fatal": false, "betweenClients": false, "reasoning": "†", "note": "†", "deviation": "†"}
                """, hoursAgo(48));
    }

    static Body igjReport() {
        return body("""
                {"filedAt": "%s", "category": "VIOLENCE", "authority": "IGJ", "reference": "†",
                 "filedBy": {"name": "†", "function": "†"}, "eventOn": "%s", "establishmentNumber": "000012345678",
                 "bigRegistered": true, "actions": [{"kind": "†", "text": "†"}], "prosecutor": false, "content": "†",
                 "confirmation": {"fileName": "†", "sha256": "%s"}, "note": "†", "deviation": "†"}
                """, hoursAgo(36), daysAgo(6), "0".repeat(64));
    }

    static Body closure() {
        return body("""
                {"closedOn": "%s", "ground": "REPORTED", "motivation": "†", "note": "†", "deviation": "†"}
                """, daysAgo(0));
    }
}
