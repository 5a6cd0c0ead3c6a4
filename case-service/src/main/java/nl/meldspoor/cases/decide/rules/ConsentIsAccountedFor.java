package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.Consent;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** CON-2: consulting an outsider by the client's name needs consent, or the reason why there is none. An injury expert counts as an outsider. */
public final class ConsentIsAccountedFor extends EntryRule<ConsultationHeld> {

    public ConsentIsAccountedFor() {
        super(
                ConsultationHeld.class,
                "CON-2",
                1,
                RuleClass.F,
                "Leg vast of er toestemming is om met een ander buiten de organisatie te overleggen, en waarom als die er niet is.",
                "Record whether there is consent to consult somebody outside the organisation, and why if there is none.",
                "Ontspoorde mantelzorg (000), stap 2, tip: 'Voor overleg met anderen is wel toestemming nodig.'");
    }

    @Override
    boolean refuses(ConsultationHeld consultation, Happened when, CaseHistory history) {
        boolean outsider = consultation.with() == ConsultedParty.OTHER_ORGANISATION
                || consultation.with() == ConsultedParty.INJURY_EXPERT;
        boolean consentMissing = outsider && !consultation.anonymous() && consultation.consent() == null;
        boolean motivationMissing = (consultation.consent() == Consent.REFUSED || consultation.consent() == Consent.NOT_ASKED)
                && consultation.consentMotivation() == null;
        return consentMissing || motivationMissing;
    }
}
