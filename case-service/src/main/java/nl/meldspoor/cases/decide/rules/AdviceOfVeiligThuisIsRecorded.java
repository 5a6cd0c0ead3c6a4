package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** CON-1: a consultation with Veilig Thuis carries its advice. */
public final class AdviceOfVeiligThuisIsRecorded extends EntryRule<ConsultationHeld> {

    public AdviceOfVeiligThuisIsRecorded() {
        super(
                ConsultationHeld.class,
                "CON-1",
                1,
                RuleClass.F,
                "Leg bij overleg met Veilig Thuis vast wat het advies was.",
                "Record what the advice was when you consult Veilig Thuis.",
                "Meldcode (004), stap 2: 'leg vast met wie u heeft gesproken (naam, functie) en wat het advies is geweest'");
    }

    @Override
    boolean refuses(ConsultationHeld consultation, Happened when, CaseHistory history) {
        return consultation.with() == ConsultedParty.VEILIG_THUIS && consultation.advice() == null;
    }
}
