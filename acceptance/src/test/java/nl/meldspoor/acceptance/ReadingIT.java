package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.ATTENTION_OFFICER;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static nl.meldspoor.acceptance.People.PROFESSIONAL_2;
import static nl.meldspoor.acceptance.People.WATERLAND_PROFESSIONAL;
import static nl.meldspoor.acceptance.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case is read as it is and as it was, in pages of the size that was asked. */
class ReadingIT {

    @Test
    void aCaseIsReadAsItWasAtAVersion() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        List<JsonNode> asAnswered = new ArrayList<>();
        asAnswered.add(file.read());
        asAnswered.add(file.record("signals", Entries.signal()).at("/case"));
        asAnswered.add(file.record("assessments", Entries.assessment()).at("/case"));
        asAnswered.add(file.record("meldingen", Entries.melding()).at("/case"));
        asAnswered.add(file.record("closures", Entries.closure("OPENED_BY_MISTAKE")).at("/case"));

        for (int version = 1; version <= 5; version++) {
            // when
            JsonNode then = PROFESSIONAL.get(file.path() + "?version=" + version).expect(200).json();

            // then
            assertThat(then).as("version %d", version).isEqualTo(asAnswered.get(version - 1));
        }
        assertThat(file.read()).isEqualTo(asAnswered.getLast());
        assertProblem(PROFESSIONAL.get(file.path() + "?version=6").send(), 404);
    }

    @Test
    void aCaseIsReadAsItWasAtAMoment() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal()).with("signals", Entries.signal());
        List<Instant> recorded = file.events().stream().map(e -> Instant.parse(e.get("recordedAt").asText())).toList();

        // then
        assertThat(versionAt(file, recorded.get(2))).isEqualTo(3);
        assertThat(versionAt(file, Instant.now())).isEqualTo(3);
        if (recorded.get(1).isBefore(recorded.get(2))) {
            assertThat(versionAt(file, recorded.get(2).minusMillis(1))).isEqualTo(2);
        }
        assertThat(PROFESSIONAL.get(file.path() + "?at=" + encoded(recorded.get(2).atZone(When.AMSTERDAM).toOffsetDateTime().toString()))
                        .expect(200)
                        .at("/version")
                        .asLong())
                .isEqualTo(3);
        assertProblem(PROFESSIONAL.get(file.path() + "?at=" + recorded.getFirst().minus(Duration.ofMillis(1))).send(), 404);
    }

    @Test
    void aPointInTimeThatIsNoneIsRefused() {
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());

        for (String query : List.of("version=x", "version=-1", "at=yesterday", "at=2026-03-01", "at=2026-03-01T12:00:00")) {
            assertProblem(PROFESSIONAL.get(file.path() + "?" + query).send(), 400);
        }
    }

    @Test
    void eventsComeInOrderAndInPages() {
        // given
        CaseFile file = PROFESSIONAL.open(Entries.meldcode());
        for (int n = 0; n < 6; n++) {
            file.record("signals", Entries.signal());
        }

        // when
        List<Long> paged = new ArrayList<>();
        Answer page = PROFESSIONAL.get(file.path() + "/events?limit=3").expect(200);
        sequences(page, paged);
        JsonNode firstNext = page.at("/next");
        page = PROFESSIONAL.get(file.path() + "/events?limit=3&after=3").expect(200);
        sequences(page, paged);
        page = PROFESSIONAL.get(file.path() + "/events?limit=3&after=6").expect(200);
        sequences(page, paged);

        // then
        assertThat(paged).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(firstNext.isNull()).isFalse();
        assertThat(page.at("/next").isNull()).isTrue();
        assertThat(file.events()).hasSize(7);
        assertThat(CaseFile.items(PROFESSIONAL.get(file.path() + "/events?after=7").expect(200))).isEmpty();
        for (String query : List.of("limit=0", "limit=10001", "limit=x", "after=-1", "after=x")) {
            assertProblem(PROFESSIONAL.get(file.path() + "/events?" + query).send(), 400);
        }
    }

    @Test
    void theListIsFilteredByWhatTheCaseIs() {
        // given
        CaseFile open = PROFESSIONAL_2.open(Entries.meldcode().with("unit", "Team Filter")).with("signals", Entries.signal());
        CaseFile closed = PROFESSIONAL_2
                .open(Entries.meldcode().with("unit", "Team Filter"))
                .with("closures", Entries.closure("OPENED_BY_MISTAKE"));
        CaseFile care = PROFESSIONAL_2.open(Entries.careRelation().with("unit", "Team Filter"));
        CaseFile elsewhere = PROFESSIONAL_2.open(Entries.meldcode().with("unit", "Team Elders")).with("signals", Entries.signal());

        // then
        assertThat(listed("unit=" + encoded("Team Filter"))).containsExactlyInAnyOrder(open.id(), closed.id(), care.id());
        assertThat(listed("unit=" + encoded("Team Filter") + "&route=CARE_RELATION")).containsExactly(care.id());
        assertThat(listed("unit=" + encoded("Team Filter") + "&status=CLOSED")).containsExactly(closed.id());
        assertThat(listed("unit=" + encoded("Team Filter") + "&status=OPEN&route=MELDCODE")).containsExactly(open.id());
        assertThat(listed("unit=" + encoded("Team Filter") + "&obligation=OB-CONSULT")).containsExactly(open.id());
        assertThat(listed("unit=" + encoded("Team Elders"))).containsExactly(elsewhere.id());
        assertThat(listed("unit=" + encoded("Team Nergens"))).isEmpty();
    }

    private static List<String> listed(String query) {
        return ids(PROFESSIONAL_2.get("/v1/cases?limit=200&" + query).expect(200));
    }

    @Test
    void theListIsReadToItsEndWithoutHolesOrDoubles() {
        // given
        List<String> opened = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            opened.add(PROFESSIONAL.open(Entries.meldcode().with("unit", "Team Bladeren")).id());
        }

        // when
        List<String> read = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = PROFESSIONAL.get("/v1/cases?limit=3&unit=Team%20Bladeren" + cursor).expect(200);
            assertThat(ids(page)).hasSizeLessThanOrEqualTo(3);
            read.addAll(ids(page));
            cursor = page.at("/next").isNull() ? null : "&cursor=" + encoded(page.at("/next").asText());
            pages++;
        } while (cursor != null && pages < 10);

        // then
        assertThat(read).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aClientIsFoundByHisExactReferenceInAHeaderAndOnlyInTheOwnOrganisation() {
        // given
        String reference = Entries.reference();
        Body opening = Entries.meldcode().with("client", Body.of("{\"reference\": \"%s\"}".formatted(reference)));
        CaseFile first = PROFESSIONAL.open(opening);
        CaseFile second = PROFESSIONAL_2.open(opening);
        CaseFile other = WATERLAND_PROFESSIONAL.open(opening.with("region", "zuid"));

        // then
        assertThat(byClient(ATTENTION_OFFICER, reference)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(byClient(PROFESSIONAL, reference)).containsExactly(first.id());
        assertThat(byClient(WATERLAND_PROFESSIONAL, reference)).containsExactly(other.id());
        assertThat(byClient(PROFESSIONAL, reference.substring(0, reference.length() - 1))).isEmpty();
        assertThat(byClient(PROFESSIONAL, "%")).isEmpty();
    }

    private static List<String> byClient(Caller caller, String reference) {
        return ids(caller.get("/v1/cases").header("Client-Reference", reference).expect(200));
    }

    private static List<String> ids(Answer page) {
        return CaseFile.items(page).stream().map(i -> i.get("id").asText()).toList();
    }

    private static long versionAt(CaseFile file, Instant at) {
        return PROFESSIONAL.get(file.path() + "?at=" + at).expect(200).at("/version").asLong();
    }

    private static void sequences(Answer page, List<Long> into) {
        CaseFile.items(page).forEach(e -> into.add(e.get("sequence").asLong()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
