package nl.meldspoor.cases.decide;

import static nl.meldspoor.cases.decide.CaseStory.given;
import static nl.meldspoor.cases.decide.Entries.decisions;
import static nl.meldspoor.cases.decide.Entries.helpIsPossible;
import static nl.meldspoor.cases.decide.Entries.meldcode;
import static nl.meldspoor.cases.decide.Entries.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import org.junit.jupiter.api.Test;

class ObligationCatalogueTest {

    @Test
    void whatNobodyCanMeetYetDoesNotArise() {
        // given
        CaseStory danger = given(meldcode(), signal().but("immediateDanger", true), helpIsPossible(), decisions(false, true));

        // then
        danger.thenNeverArose("OB-EMERGENCY")
                .thenNeverArose("OB-CHILDCHECK")
                .thenNeverArose("OB-SAFETY-PLAN")
                .thenNeverArose("OB-HELP");
    }

    @Test
    void theCatalogueHoldsWhatCanBeMetInTheOrderOfTheTable() {
        assertThat(Obligations.catalogue())
                .extracting(Obligation::id)
                .isEqualTo(List.of(
                        "OB-CONSULT",
                        "OB-CONVERSE",
                        "OB-ASSESS",
                        "OB-ADVICE",
                        "OB-ADVICE-BEFORE-REPORT",
                        "OB-DECIDE",
                        "OB-REPORT",
                        "OB-INFORM-CLOSE",
                        "OB-REASSESS",
                        "OB-SEEK-FEEDBACK",
                        "OB-INTERNAL-REPORT",
                        "OB-STOP",
                        "OB-HEAR-CLIENT",
                        "OB-HEAR-ACCUSED",
                        "OB-INVESTIGATE",
                        "OB-IGJ-CALAMITY",
                        "OB-IGJ-VIOLENCE"));
    }
}
