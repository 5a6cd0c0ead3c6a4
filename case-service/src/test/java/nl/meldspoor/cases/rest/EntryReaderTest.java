package nl.meldspoor.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.meldspoor.events.CaseOpened;
import nl.meldspoor.events.DecisionsTaken;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Form;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SIGNAL =
            """
            {"observedAt":"2026-03-01T20:00:00+01:00","perception":"SEEN","direction":"CONFIRMS","forms":["PHYSICAL"],
             "about":"CARE_RECEIVER","description":"Blauwe plekken","source":"OWN","disclosure":false}""";

    private static EntryReader.ReadEntry read(EventType type, Route route, String json) {
        return EntryReader.read(type, route, JsonBody.object(json.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    private static Map<String, String> errors(EventType type, String json) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> read(type, Route.MELDCODE, json));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().status()).isEqualTo(400);
        var found = new java.util.LinkedHashMap<String, String>();
        for (var error : (List<?>) thrown.problem().extensions().get("errors")) {
            found.put((String) ((Map<?, ?>) error).get("pointer"), (String) ((Map<?, ?>) error).get("detail"));
        }
        return found;
    }

    @Test
    void aSignalBecomesItsRecordWithMomentsInUtc() {
        var read = read(EventType.SIGNAL_RECORDED, Route.MELDCODE, SIGNAL.replace("}", ",\"note\":\"n\",\"deviation\":\"d\",\"specialForms\":null}"));

        var signal = (SignalRecorded) read.entry();
        assertThat(signal.observedAt()).isEqualTo("2026-03-01T19:00:00Z");
        assertThat(signal.forms()).containsExactly(Form.PHYSICAL);
        assertThat(signal.specialForms()).isNull();
        assertThat(read.note()).isEqualTo("n");
        assertThat(read.deviation()).isEqualTo("d");
    }

    @Test
    void allErrorsAreNamedAtOnceAndNoneRepeatsWhatWasSent() {
        var errors = errors(
                EventType.SIGNAL_RECORDED,
                """
                {"observedAt":"geheim","perception":"geheim","forms":["geheim","PHYSICAL","PHYSICAL"],"about":7,"description":" ",
                 "source":"OWN","disclosure":"ja","geheim":1,"note":"\\u0007"}""");

        assertThat(errors)
                .containsOnlyKeys("#/observedAt", "#/perception", "#/direction", "#/forms/0", "#/forms/2", "#/about", "#/description", "#/disclosure", "#/geheim", "#/note");
        assertThat(errors.values()).noneMatch(detail -> detail.contains("geheim"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T09:05:00Z|true", "2026-03-02T09:05:01Z|false", "2026-03-02T10:04:59+01:00|true", "2026-03-02|false", "2026-03-02T09:00Z|false",
                "2026-03-02T09:00:00|false", "2026-02-30T09:00:00Z|false", "1026-03-02T09:00:00Z|false", "2026-03-02T08:00:00.123456789Z|true"
            })
    void momentsAreRfc3339AndAtMostFiveMinutesAhead(String moment, boolean taken) {
        var json = SIGNAL.replace("2026-03-01T20:00:00+01:00", moment);

        if (taken) {
            var observed = ((SignalRecorded) read(EventType.SIGNAL_RECORDED, Route.MELDCODE, json).entry()).observedAt();
            assertThat(observed.getNano() % 1_000_000).isZero();
        } else {
            assertThat(errors(EventType.SIGNAL_RECORDED, json)).containsOnlyKeys("#/observedAt");
        }
    }

    @Test
    void textIsBoundedAndNormalised() {
        var longest = "x".repeat(20_000);
        assertThat(((SignalRecorded) read(EventType.SIGNAL_RECORDED, Route.MELDCODE, SIGNAL.replace("Blauwe plekken", longest)).entry()).description()).hasSize(20_000);
        assertThat(((SignalRecorded) read(EventType.SIGNAL_RECORDED, Route.MELDCODE, SIGNAL.replace("Blauwe plekken", "e\\u0301\\nb")).entry()).description())
                .isEqualTo("\u00e9\nb");
        for (var wrong : new String[] {longest + "x", "\\u0000", "a\\u001bb", "a\\u0085b", "\\ud800", "\\t"}) {
            assertThat(errors(EventType.SIGNAL_RECORDED, SIGNAL.replace("Blauwe plekken", wrong))).containsOnlyKeys("#/description");
        }
    }

    @Test
    void derivedMembersAreUnknown() {
        assertThat(errors(EventType.CASE_CLOSED, "{\"closedOn\":\"2026-03-02\",\"ground\":\"REPORTED\",\"motivation\":\"m\",\"receipt\":{}}")).containsOnlyKeys("#/receipt");
    }

    @Test
    void listsAreBounded() {
        var many = "\"PHYSICAL\",".repeat(100) + "\"SEXUAL\"";

        assertThat(errors(EventType.SIGNAL_RECORDED, SIGNAL.replace("\"PHYSICAL\"", many))).containsOnlyKeys("#/forms");
    }

    @Test
    void agesAreOnesThatPeopleReach() {
        var json = "{\"checkedOn\":\"2026-03-01\",\"dependentChildren\":true,\"childrenAges\":[0,17,-1,121,4.5]}";

        assertThat(errors(EventType.CHILD_CHECK_DONE, json)).containsOnlyKeys("#/childrenAges/2", "#/childrenAges/3", "#/childrenAges/4");
    }

    @Test
    void plansDoNotLieBeforeTheEntryButMayLieAhead() {
        var json = "{\"decidedAt\":\"2026-03-01T10:00:00Z\",\"reportNecessary\":false,\"reportMotivation\":\"m\",\"helpPossible\":true,\"helpMotivation\":\"m\","
                + "\"evaluateOn\":\"%s\",\"decidedBy\":{\"name\":\"n\",\"function\":\"f\"}}";

        assertThat(((DecisionsTaken) read(EventType.DECISIONS_TAKEN, Route.MELDCODE, json.formatted("2027-01-01")).entry()).evaluateOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(errors(EventType.DECISIONS_TAKEN, json.formatted("2026-02-28"))).containsOnlyKeys("#/evaluateOn");
    }

    @Test
    void nestedMembersHavePointersOfTheirOwn() {
        var json = "{\"decidedAt\":\"2026-03-01T10:00:00Z\",\"reportNecessary\":false,\"reportMotivation\":\"m\",\"helpPossible\":false,\"helpMotivation\":\"m\",\"decidedBy\":{\"name\":\"\",\"x\":1}}";

        assertThat(errors(EventType.DECISIONS_TAKEN, json)).containsOnlyKeys("#/decidedBy/name", "#/decidedBy/function", "#/decidedBy/x");
    }

    @Test
    void whatOnlyOneRouteNeedsIsAskedThereOnly() {
        var json = "{\"route\":\"%s\",\"client\":{\"reference\":\"ECD-1\",\"name\":null},\"clientRole\":\"CARE_RECEIVER\",\"unit\":\"Team Oost\",\"sector\":\"VVT\",\"legalFramework\":\"WLZ\"%s}";

        assertThat(errors(EventType.CASE_OPENED, json.formatted("MELDCODE", ""))).containsOnlyKeys("#/framework", "#/profession", "#/region");
        assertThat(((CaseOpened) read(EventType.CASE_OPENED, null, json.formatted("CARE_RELATION", ",\"excludeUsers\":[\"a.b\"]")).entry()).excludeUsers()).containsExactly("a.b");
        assertThat(errors(EventType.CASE_OPENED, json.formatted("CARE_RELATION", ",\"excludeUsers\":[\"a b\",null]"))).containsOnlyKeys("#/excludeUsers/0", "#/excludeUsers/1");
        assertThat(errors(EventType.CASE_OPENED, json.formatted("X", ""))).containsKey("#/route");
    }
}
