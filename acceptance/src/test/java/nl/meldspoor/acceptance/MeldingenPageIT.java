package nl.meldspoor.acceptance;

import static nl.meldspoor.acceptance.People.AUDITOR;
import static nl.meldspoor.acceptance.People.LIAISON_NOORD;
import static nl.meldspoor.acceptance.People.LIAISON_ZUID;
import static nl.meldspoor.acceptance.People.PROFESSIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The liaison receives meldingen of the region and answers them on a page. */
class MeldingenPageIT {

    /** Long enough for a request on a busy machine, short enough to wait for its end. */
    private static final int BRIEF_SECONDS = 5;

    private CaseFile file;
    private String melding;

    @BeforeEach
    void aMeldingWasSent() {
        file = PROFESSIONAL.open(Entries.meldcode()).with("signals", Entries.signal());
        melding = file.record("meldingen", Entries.melding()).at("/events/0/data/meldingId").asText();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theNewestThatNobodyConfirmedStandsFirst(Screen screen) {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, screen)) {
            liaison.goesTo("/meldingen").isWellMade();

            assertThat(liaison.page().locator("h2").first().innerText()).startsWith("Nog te bevestigen");
            assertThat(liaison.page().locator("section").first().locator("a[href='/meldingen/" + melding + "']").count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whatWasSentIsReadInTheOrderOfTheForm(Screen screen) {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, screen)) {
            liaison.goesTo("/meldingen/" + melding).isWellMade();

            assertThat(liaison.page().locator(".two-main h2").allInnerTexts())
                    .containsExactly(
                            "Meldcode: gezette stappen en openheid",
                            "Melder",
                            "Betrokkenen",
                            "Wat er gebeurde",
                            "Reactie van betrokkenen en afspraken");
            assertThat(liaison.reads()).contains("Sinds drie weken plekken op de armen.", "Mevrouw Voorbeeld", "Opgelucht.");
        }
    }

    @Test
    void confirmingReceiptAndGivingFeedbackAreRecorded() {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.PHONE, "nl-NL", ColorScheme.DARK)) {
            // when
            liaison.goesTo("/meldingen/" + melding);
            fillIn(liaison.page(), "VTN-1");
            liaison.page().click("text=Bevestig de ontvangst");
            liaison.page().waitForURL("**?done=acknowledgement");
            String confirmed = liaison.reads();
            liaison.page().selectOption("#feedback-kind", "INVESTIGATION_STARTED");
            liaison.page().fill("#feedback-outcome", "Wij starten een onderzoek.\nU hoort van ons.");
            liaison.page().fill("#feedback-from-name", "Loes Liaison");
            liaison.page().fill("#feedback-from-function", "frontoffice");
            liaison.page().click("text=Koppel terug");
            liaison.page().waitForURL("**?done=feedback");

            // then
            assertThat(confirmed).contains("De ontvangst is bevestigd.", "VTN-1");
            assertThat(liaison.reads()).contains("Wij starten een onderzoek.\nU hoort van ons.", "Onderzoek gestart");
            assertThat(file.events().stream().map(e -> e.get("type").asText()))
                    .endsWith("MeldingAcknowledged", "VeiligThuisFeedbackReceived");
            liaison.isWellMade();
        }
    }

    @Test
    void whatIsWrongStandsBesideTheFieldAndNothingTypedIsLost() {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.DESKTOP)) {
            // when
            liaison.goesTo("/meldingen/" + melding);
            liaison.page().fill("#acknowledgement-receivedAt", When.daysAgo(-2) + "T10:00");
            liaison.page().fill("#acknowledgement-by-name", "Loes Liaison");
            liaison.page().click("text=Bevestig de ontvangst");
            liaison.page().waitForSelector("#acknowledgement-faults");

            // then
            assertThat(liaison.page().locator("#acknowledgement-receivedAt-error").innerText()).isEqualTo("Dit ligt in de toekomst.");
            assertThat(liaison.page().locator("#acknowledgement-reference-error").innerText()).isEqualTo("Vul dit in.");
            assertThat(liaison.page().locator("#acknowledgement-by-function-error").innerText()).isEqualTo("Vul dit in.");
            assertThat(liaison.page().inputValue("#acknowledgement-by-name")).isEqualTo("Loes Liaison");
            assertThat(liaison.page().locator("#acknowledgement-by-name").getAttribute("aria-invalid")).isNull();
            liaison.isAccessible();
        }
    }

    @Test
    void theSameFormTwiceIsRecordedOnce() {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.DESKTOP);
                Visitor impatient = Visitor.of(LIAISON_NOORD, Screen.DESKTOP)) {
            // given the same form, as a second click sends it
            liaison.goesTo("/meldingen/" + melding);
            impatient.goesTo("/meldingen/" + melding);
            String key = liaison.page().inputValue("form[action$=acknowledgement] input[name=key]");
            impatient.page().evaluate("key => document.querySelector('form[action$=acknowledgement] input[name=key]').value = key", key);
            String when = liaison.page().inputValue("#acknowledgement-receivedAt");
            impatient.page().fill("#acknowledgement-receivedAt", when);

            // when
            for (Visitor visitor : List.of(liaison, impatient)) {
                fillIn(visitor.page(), "VTN-2");
                visitor.page().click("text=Bevestig de ontvangst");
                visitor.page().waitForURL("**?done=acknowledgement");
            }

            // then
            assertThat(file.events().stream().filter(e -> e.get("type").asText().equals("MeldingAcknowledged"))).hasSize(1);
        }
    }

    @Test
    void aSessionThatEndedHalfWayLosesNothing() {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.DESKTOP)) {
            // given
            liaison.goesTo("/meldingen/" + melding);
            fillIn(liaison.page(), "VTN-3");
            var session = liaison.browser().cookies();

            // when the session ends before the form is sent, and another begins
            liaison.browser().clearCookies();
            liaison.page().click("text=Bevestig de ontvangst");
            liaison.page().waitForSelector("text=Daarna: alsnog versturen");
            liaison.browser().addCookies(session);
            liaison.page().click("text=Daarna: alsnog versturen");
            liaison.page().waitForURL("**?done=acknowledgement");

            // then
            assertThat(liaison.reads()).contains("VTN-3");
        }
    }

    @Test
    void aTokenThatEndedWhileSomebodyTypedIsRenewedAndTheFormGoesThrough() {
        Meldspoor.running().keycloak().withWebTokensOf(BRIEF_SECONDS, () -> {
            try (Visitor liaison = Visitor.stranger(Screen.DESKTOP)) {
                // given
                liaison.goesTo("/meldingen/" + melding);
                Chromium.fillIn(liaison.page(), LIAISON_NOORD);
                String there = liaison.page().url();
                fillIn(liaison.page(), "VTN-5");
                passed(Duration.ofSeconds(BRIEF_SECONDS + 1));

                // when
                liaison.page().click("text=Bevestig de ontvangst");
                liaison.page().waitForURL("**?done=acknowledgement");

                // then
                assertThat(there).isEqualTo(Visitor.address("/meldingen/" + melding));
                assertThat(liaison.reads()).contains("VTN-5");
            }
        });
    }

    @Test
    void aSessionThatWasEndedElsewhereLosesNothingEither() {
        Meldspoor.running().keycloak().withWebTokensOf(BRIEF_SECONDS, () -> {
            try (Visitor liaison = Visitor.stranger(Screen.PHONE)) {
                // given: somebody who typed, and whose session an administrator ended meanwhile
                liaison.goesTo("/meldingen/" + melding);
                Chromium.fillIn(liaison.page(), LIAISON_NOORD);
                fillIn(liaison.page(), "VTN-6");
                Meldspoor.running().keycloak().endSessions(LIAISON_NOORD);
                passed(Duration.ofSeconds(BRIEF_SECONDS + 1));

                // when
                liaison.page().click("text=Bevestig de ontvangst");
                liaison.page().waitForSelector("text=Daarna: alsnog versturen");
                Page another = liaison.browser().waitForPage(() -> liaison.page().click("text=Opnieuw aanmelden"));
                Chromium.fillIn(another, LIAISON_NOORD);
                liaison.page().click("text=Daarna: alsnog versturen");
                liaison.page().waitForURL("**?done=acknowledgement");

                // then
                assertThat(liaison.reads()).contains("VTN-6");
            } finally {
                // the sessions that other tests share are ended, too
                Chromium.forget(LIAISON_NOORD);
            }
        });
    }

    /** A token has a life of its own clock: until then it holds, and nothing else tells when it ended. */
    private static void passed(Duration time) {
        Instant until = Instant.now().plus(time);
        await().atMost(time.multipliedBy(3)).until(() -> Instant.now().isAfter(until));
    }

    @Test
    void whileTheCaseServiceIsAwayTheFormComesBackAsItWas() {
        try (Visitor liaison = Visitor.of(LIAISON_NOORD, Screen.PHONE);
                Visitor auditor = Visitor.of(AUDITOR, Screen.DESKTOP)) {
            // given
            liaison.goesTo("/meldingen/" + melding);
            fillIn(liaison.page(), "VTN-4");
            Meldspoor.running().part("case-service").kill();
            try {
                // when
                liaison.page().click("text=Bevestig de ontvangst");
                liaison.page().waitForSelector("#acknowledgement-faults");

                // then
                assertThat(liaison.title()).startsWith("Dit lukt nu even niet");
                assertThat(liaison.page().inputValue("#acknowledgement-reference")).isEqualTo("VTN-4");
                liaison.isAccessible();
                for (String page : List.of("/cases", file.path().replace("/v1", ""))) {
                    assertThat(auditor.goesTo(page).status()).isEqualTo(503);
                    assertThat(auditor.title()).isEqualTo("Dit lukt nu even niet");
                }
            } finally {
                Meldspoor.running().part("case-service").start();
            }

            // when it is there again
            liaison.page().click("text=Bevestig de ontvangst");
            liaison.page().waitForURL("**?done=acknowledgement");

            // then
            assertThat(liaison.reads()).contains("VTN-4");
        }
    }

    @Test
    void nobodyElseOpensAMelding() {
        for (Caller stranger : People.everybody()) {
            if (stranger.equals(LIAISON_NOORD)) {
                continue;
            }
            try (Visitor visitor = Visitor.of(stranger, Screen.DESKTOP)) {
                var answer = visitor.asks("/meldingen/" + melding);

                assertThat(answer.status()).as("%s", stranger).isEqualTo(stranger.equals(LIAISON_ZUID) ? 404 : 403);
                assertThat(answer.text()).as("%s", stranger).contains("</html>").doesNotContain("plekken");
            }
        }
    }

    private static void fillIn(Page page, String reference) {
        page.fill("#acknowledgement-reference", reference);
        page.fill("#acknowledgement-by-name", "Loes Liaison");
        page.fill("#acknowledgement-by-function", "frontoffice");
    }
}
