package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.careRelation;
import static nl.meldspoor.cases.decide.Entries.closure;
import static nl.meldspoor.cases.decide.Entries.hearing;
import static nl.meldspoor.cases.decide.Entries.idOfEntry;
import static nl.meldspoor.cases.decide.Entries.igjReport;
import static nl.meldspoor.cases.decide.Entries.internalReport;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.melding;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ClosureGround;
import nl.meldspoor.events.Confirmation;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.MeldingMade;
import org.junit.jupiter.api.Test;

class DerivedMembersTest {

    @Test
    void whoIsExcludedStandsOpenAsAHash() {
        CaseStory opened = given(careRelation().but("excludeUsers", List.of("de-linde-supervisor")));
        assertThat(opened.history().opened().excludedRefs()).containsExactly("person:de-linde-supervisor");
        assertThat(opened.history().opened().excludeUsers()).isNull();
    }

    @Test
    void whoReceivedAndWhoIsAccusedStandOpenAsHashes() {
        // when
        InternalReportMade report = (InternalReportMade) given(
                        careRelation(), internalReport(AccusedKind.STAFF).but("accusedUser", "de-linde-professional-2"))
                .newest();

        // then
        assertThat(report.receivedByRef()).isEqualTo("person:de-linde-report-team");
        assertThat(report.accusedRef()).isEqualTo("accused:de-linde-professional-2");
    }

    @Test
    void aMeldingGetsAnId() {
        assertThat(((MeldingMade) given(meldcode(), melding()).newest()).meldingId()).isEqualTo(idOfEntry(2));
    }

    @Test
    void aHearingSaysHowManyHeard() {
        assertThat(((AccusedHeard) given(careRelation(), hearing()).newest()).interviewerCount()).isEqualTo(2);
    }

    @Test
    void aReportSaysWhetherItsSendingWasConfirmed() {
        Draft report = igjReport(IGJCategory.CALAMITY);
        assertThat(((IGJReportFiled) given(careRelation(), report).newest()).confirmed()).isFalse();
        Draft confirmed = report.but("confirmation", new Confirmation("bevestiging.pdf", "0".repeat(64)));
        assertThat(((IGJReportFiled) given(careRelation(), confirmed).newest()).confirmed()).isTrue();
    }

    @Test
    void aBareDayHappenedFromItsAmsterdamMidnight() {
        // when
        CaseStory closed = given(meldcode(), closure(ClosureGround.OPENED_BY_MISTAKE).at("2026-07-01"));

        // then
        assertThat(closed.history().events().getLast().occurredAt()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void noTermRunsFromACenturyTheCalendarDoesNotKnow() {
        // when
        CaseStory longAgo = given(
                careRelation(), internalReport(AccusedKind.NONE).but("discoveredAt", Draft.moment("1899-12-31")));

        // then
        assertThat(longAgo.deadlines("2026-04-01")).isEmpty();
        assertThat(((InternalReportMade) longAgo.and(signal()).and(internalReport(AccusedKind.NONE)).newest()).terms())
                .hasSize(1);
    }
}
