package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import org.junit.jupiter.api.Test;

class ObligationCatalogueTest {

    @Test
    void theCatalogueHoldsWhatCanBeMetInTheOrderOfTheTable() {
        assertThat(Obligations.catalogue())
                .extracting(Obligation::id)
                .isEqualTo(List.of(
                        "OB-EMERGENCY",
                        "OB-CONSULT",
                        "OB-CHILDCHECK",
                        "OB-CARECHECK",
                        "OB-CHILD-ASSESS",
                        "OB-CONVERSE",
                        "OB-ASSESS",
                        "OB-ADVICE",
                        "OB-ADVICE-BEFORE-REPORT",
                        "OB-DECIDE",
                        "OB-REPORT",
                        "OB-SAFETY-PLAN",
                        "OB-HELP",
                        "OB-HELP-EVALUATE",
                        "OB-INFORM-CLOSE",
                        "OB-REASSESS",
                        "OB-SEEK-FEEDBACK",
                        "OB-EVALUATE",
                        "OB-INTERNAL-REPORT",
                        "OB-CRIME-CHECK",
                        "OB-POLICE",
                        "OB-STOP",
                        "OB-SUPPORT",
                        "OB-HEAR-CLIENT",
                        "OB-HEAR-ACCUSED",
                        "OB-EXTERNAL-CHAIR",
                        "OB-INVESTIGATE",
                        "OB-INFORM-CLIENT",
                        "OB-INFORM-OUTCOME",
                        "OB-IGJ-CALAMITY",
                        "OB-IGJ-VIOLENCE",
                        "OB-IGJ-DISMISSAL",
                        "OB-DISMISSAL-FACTS",
                        "OB-IGJ-CONFIRMATION",
                        "OB-IGJ-SUPPLEMENT",
                        "OB-IGJ-INVESTIGATION",
                        "OB-AFTERCARE",
                        "OB-LIFT-SILENCE"));
    }
}
