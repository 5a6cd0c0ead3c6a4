package nl.meldspoor.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role that may never record an entry is told so before the case is looked up; every other role hears that the case is not there. */
class RolesIT {

    private static final Map<String, Body> ENTRIES = entries();

    private static Map<String, Body> entries() {
        String melding = UUID.randomUUID().toString();
        Map<String, Body> entries = new LinkedHashMap<>();
        entries.put("signals", Entries.signal());
        entries.put("consultations", Entries.consultation());
        entries.put("conversations", Entries.conversation());
        entries.put("conversation-waivers", Entries.conversationWaiver());
        entries.put("assessments", Entries.assessment());
        entries.put("decisions", Entries.decisions());
        entries.put("meldingen", Entries.melding());
        entries.put("acknowledgements", Entries.acknowledgement(melding));
        entries.put("feedback", Entries.feedback(melding));
        entries.put("internal-reports", Entries.internalReport());
        entries.put("safety-measures", Entries.safetyMeasure());
        entries.put("hearings", Entries.hearing());
        entries.put("hearing-waivers", Entries.hearingWaiver());
        entries.put("judgements", Entries.judgement("INCIDENT"));
        entries.put("igj-reports", Entries.igjReport("CALAMITY"));
        entries.put("closures", Entries.closure("OPENED_BY_MISTAKE"));
        return entries;
    }

    private static final String MELDCODE =
            "signals consultations conversations conversation-waivers assessments decisions meldingen acknowledgements feedback closures";
    private static final String CARE_RELATION =
            "signals consultations conversations conversation-waivers internal-reports safety-measures hearings hearing-waivers judgements igj-reports closures";

    @ParameterizedTest
    @CsvSource({
        "professional,      MELDCODE internal-reports",
        "professional-2,    MELDCODE internal-reports",
        "staff,             signals internal-reports",
        "supervisor,        MELDCODE CARE_RELATION",
        "attention-officer, MELDCODE CARE_RELATION",
        "report-team,       CARE_RELATION",
        "board,             CARE_RELATION",
        "hr,                ''",
        "investigator,      hearings conversations",
        "police-contact,    ''",
        "auditor,           ''",
        "client-council,    ''",
        "works-council,     ''",
    })
    void aRoleMayRecordWhatTheTableSays(String role, String words) {
        // given
        Caller caller = Caller.of("de-linde-" + role);
        Set<String> may = new TreeSet<>(List.of(
                words.replace("MELDCODE", MELDCODE).replace("CARE_RELATION", CARE_RELATION).trim().split(" ")));
        may.remove("");

        // when
        Map<String, Integer> statuses = new LinkedHashMap<>();
        ENTRIES.forEach((entry, body) -> statuses.put(
                entry, caller.post("/v1/cases/" + UUID.randomUUID() + "/" + entry, body).send().status()));

        // then
        Map<String, Integer> expected = new LinkedHashMap<>();
        ENTRIES.keySet().forEach(entry -> expected.put(entry, may.contains(entry) ? 404 : 403));
        assertThat(statuses).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "professional,      200, 200",
        "staff,             200, 200",
        "supervisor,        200, 200",
        "attention-officer, 200, 200",
        "report-team,       403, 200",
        "board,             403, 200",
        "hr,                403, 403",
        "investigator,      403, 403",
        "police-contact,    403, 403",
        "auditor,           403, 403",
        "client-council,    403, 403",
        "works-council,     403, 403",
    })
    void aRoleMayOpenWhatTheTableSays(String role, int meldcode, int careRelation) {
        Caller caller = Caller.of("de-linde-" + role);

        assertThat(caller.post("/v1/cases?dryRun=true", Entries.meldcode()).send().status()).isEqualTo(meldcode);
        assertThat(caller.post("/v1/cases?dryRun=true", Entries.careRelation()).send().status()).isEqualTo(careRelation);
    }

    @ParameterizedTest
    @CsvSource({"safety-measures", "hearings", "hearing-waivers", "judgements", "igj-reports"})
    void anIntegrationNeverRecordsWhatIsForTheReportTeam(String entry) {
        Answer answer = People.INTEGRATION
                .post("/v1/cases/" + UUID.randomUUID() + "/" + entry, ENTRIES.get(entry))
                .onBehalfOf("de-linde-report-team")
                .send();

        Problems.assertProblem(answer, 403);
    }
}
