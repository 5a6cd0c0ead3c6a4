package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.When.daysAgo;
import static nl.meldspoor.acceptance.When.hoursAgo;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meldspoor.events.EventType;

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
        return Body.of(place.replaceAll(p -> word()));
    }

    /** A word that stands nowhere else. */
    static String word() {
        return WORD + COUNT.incrementAndGet();
    }

    /** Entries of the route MELDCODE that follow a melding, by path, in an order in which they are accepted. */
    static void recordTheRestOf(CaseFile meldcode) {
        meldcode.with("emergency-calls", PlantedEntry.of(EventType.EMERGENCY_CALLED, """
                        {"calledAt": "%s", "service": "112"}
                        """.formatted(hoursAgo(45))))
                .with("police-contacts", policeContact())
                .with("child-checks", PlantedEntry.of(EventType.CHILD_CHECK_DONE, """
                        {"checkedOn": "%s", "dependentChildren": true, "childrenAges": [4, 9], "temporaryCareAdequate": "YES",
                         "clientCanProtect": "YES"}
                        """.formatted(daysAgo(4))))
                .with("care-checks", PlantedEntry.of(EventType.CARE_CHECK_DONE, """
                        {"checkedOn": "%s", "dependentAdults": false, "caregiverLoad": "THREATENED"}
                        """.formatted(daysAgo(4))))
                .with("network-maps", PlantedEntry.of(EventType.NETWORK_MAPPED, """
                        {"mappedOn": "%s", "of": "CARE_RECEIVER"}
                        """.formatted(daysAgo(4))))
                .with("capacity-checks", PlantedEntry.of(EventType.CAPACITY_CHECKED, """
                        {"checkedOn": "%s", "capable": "PARTLY", "representative": "MENTOR"}
                        """.formatted(daysAgo(4))))
                .with("safety-plans", PlantedEntry.of(EventType.SAFETY_PLAN_MADE, """
                        {"madeOn": "%s"}
                        """.formatted(daysAgo(2))));
        String help = meldcode.record("help-plans", PlantedEntry.of(EventType.HELP_ARRANGED, """
                        {"arrangedOn": "%s", "kind": "RESPITE_CARE", "evaluateOn": "%s"}
                        """.formatted(daysAgo(2), daysAgo(0)))).at("/events/0/data/helpId").asText();
        meldcode.with("help-evaluations", PlantedEntry.of(EventType.HELP_EVALUATED, """
                {"helpId": "%s", "evaluatedOn": "%s", "safetyRestored": "YES"}
                """.formatted(help, daysAgo(1))));
        String offer = meldcode.record("handovers", PlantedEntry.of(EventType.CASE_HANDED_OVER, """
                        {"toUser": "de-linde-professional-2"}
                        """)).at("/events/0/data/handoverId").asText();
        meldcode.with("handover-answers", PlantedEntry.of(EventType.HANDOVER_ANSWERED, """
                        {"handoverId": "%s", "answer": "WITHDRAWN"}
                        """.formatted(offer)))
                .with("evaluations", PlantedEntry.of(EventType.EVALUATION_HELD, """
                        {"heldOn": "%s"}
                        """.formatted(daysAgo(0))));
        String improvement = meldcode.record("improvements", PlantedEntry.of(EventType.IMPROVEMENT_PLANNED, """
                        {"dueOn": "%s"}
                        """.formatted(daysAgo(-30)))).at("/events/0/data/improvementId").asText();
        meldcode.with("improvement-completions", PlantedEntry.of(EventType.IMPROVEMENT_COMPLETED, """
                        {"improvementId": "%s", "completedOn": "%s"}
                        """.formatted(improvement, daysAgo(0))))
                .with("corrections", PlantedEntry.of(EventType.ENTRY_CORRECTED, "{\"corrects\": 2}")
                        .with("replacement", signal().without("note", "deviation")))
                .with("closures", closure().with("ground", "CLIENT_DECEASED"))
                .with("reopenings", PlantedEntry.of(EventType.CASE_REOPENED, "{}"));
    }

    /** Entries of the route CARE_RELATION that follow a judgement, recorded by the board. */
    static void recordTheRestOfCareRelation(CaseFile file) {
        String silence = file.record("silence-duties", PlantedEntry.of(EventType.SILENCE_IMPOSED, """
                        {"imposedOn": "%s", "on": "REPORTER", "expectedEndOn": "%s"}
                        """.formatted(daysAgo(3), daysAgo(0)))).at("/events/0/data/silenceId").asText();
        file.with("silence-liftings", PlantedEntry.of(EventType.SILENCE_LIFTED, """
                        {"silenceId": "%s", "liftedOn": "%s"}
                        """.formatted(silence, daysAgo(1))))
                .with("addressings", PlantedEntry.of(EventType.ACCUSED_ADDRESSED, """
                        {"addressedAt": "%s"}
                        """.formatted(hoursAgo(92))))
                .with("criminal-suspicions", PlantedEntry.of(EventType.CRIME_CHECKED, """
                        {"checkedAt": "%s", "suspected": "YES", "offence": "ASSAULT"}
                        """.formatted(hoursAgo(88))))
                .with("police-contacts", policeContact())
                .with("assignments", PlantedEntry.of(EventType.INVESTIGATOR_ASSIGNED, """
                        {"assignedOn": "%s", "user": "de-linde-investigator"}
                        """.formatted(daysAgo(3))))
                .with("investigations", PlantedEntry.of(EventType.INVESTIGATION_STARTED, """
                        {"startedOn": "%s", "method": "PRISMA", "externalChair": true}
                        """.formatted(daysAgo(3))))
                .with("investigation-results", PlantedEntry.of(EventType.INVESTIGATION_COMPLETED, """
                        {"completedOn": "%s"}
                        """.formatted(daysAgo(2))))
                .with("sanctions", PlantedEntry.of(EventType.SANCTION_IMPOSED, """
                        {"imposedOn": "%s", "kind": "SUMMARY_DISMISSAL"}
                        """.formatted(daysAgo(1))))
                .with("dismissals", PlantedEntry.of(EventType.DISMISSAL_ANNOUNCED, """
                        {"announcedAt": "%s", "initiative": "ORGANISATION", "forDysfunction": true, "careProfessional": true,
                         "personInformed": true}
                        """.formatted(hoursAgo(30))))
                .with("igj-responses", PlantedEntry.of(EventType.IGJ_RESPONSE_RECEIVED, """
                        {"receivedAt": "%s", "kind": "INVESTIGATION_REQUESTED"}
                        """.formatted(hoursAgo(28))))
                .with("igj-supplements", PlantedEntry.of(EventType.IGJ_SUPPLEMENT_SENT, """
                        {"sentAt": "%s"}
                        """.formatted(hoursAgo(26))))
                .with("igj-extension-requests", PlantedEntry.of(EventType.IGJ_EXTENSION_REQUESTED, """
                        {"requestedAt": "%s"}
                        """.formatted(hoursAgo(25))))
                .with("igj-investigation-reports", PlantedEntry.of(EventType.IGJ_INVESTIGATION_REPORT_SENT, """
                        {"sentAt": "%s"}
                        """.formatted(hoursAgo(24))))
                .with("aftercare", PlantedEntry.of(EventType.AFTERCARE_ARRANGED, """
                        {"arrangedOn": "%s", "for": "ACCUSED", "needed": true}
                        """.formatted(daysAgo(1))))
                .with("announcements", PlantedEntry.of(EventType.SITUATION_COMMUNICATED, """
                        {"communicatedAt": "%s", "audience": "TEAM", "about": "OUTCOME"}
                        """.formatted(hoursAgo(20))));
        String hold = file.record("legal-holds", PlantedEntry.of(EventType.LEGAL_HOLD_IMPOSED, "{}"))
                .at("/events/0/data/holdId")
                .asText();
        file.with("legal-hold-liftings", PlantedEntry.of(EventType.LEGAL_HOLD_LIFTED, "{\"holdId\": \"%s\"}".formatted(hold)));
    }

    /** Every entry about keeping the record, with a reason of which something is left. */
    static void holdAndErase(CaseFile file) {
        String hold = file.record("legal-holds", PlantedEntry.of(EventType.LEGAL_HOLD_IMPOSED, "{}")).at("/events/0/data/holdId").asText();
        file.with("legal-hold-liftings", PlantedEntry.of(EventType.LEGAL_HOLD_LIFTED, """
                        {"holdId": "%s"}
                        """.formatted(hold)))
                .with("person-erasures", PlantedEntry.of(EventType.PERSON_ERASED, """
                        {"person": "REPORTER"}
                        """))
                .with("erasure", PlantedEntry.of(EventType.CASE_ERASED, "{}"));
    }

    private static Body policeContact() {
        return PlantedEntry.of(EventType.POLICE_CONTACTED, """
                {"contactedAt": "%s", "kind": "NOTIFIED", "clearsClientConversation": false, "clearsHearing": false,
                 "clearsInvestigation": false, "suspicionWithdrawn": false}
                """.formatted(hoursAgo(44)));
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
