package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** JUD-1: hoor en wederhoor. CALAMITY and INCIDENT are judgements on an event and wait for nobody. */
public final class BothSidesWereHeard extends EntryRule<JudgementMade> {

    public BothSidesWereHeard() {
        super(
                JudgementMade.class,
                "JUD-1",
                1,
                RuleClass.C,
                "Een oordeel over een persoon volgt pas nadat de cliënt en de (vermoedelijke) pleger zijn gehoord, of is vastgelegd waarom niet.",
                "A judgement on a person follows only after the client and the (suspected) perpetrator were heard, or it is recorded why not.",
                "Leidraad (002), stap 4: 'Beoordeling vindt plaats aan de hand van: het gesprek […] met de cliënt […] het gesprek […] met de mogelijke pleger'");
    }

    @Override
    boolean refuses(JudgementMade judgement, Happened when, CaseHistory history) {
        return onAPerson(judgement.qualification()) && !(clientHeard(when, history) && accusedHeard(when, history));
    }

    private static boolean onAPerson(Qualification qualification) {
        return switch (qualification) {
            case VIOLENCE_IN_CARE_RELATION, BOUNDARY_CROSSING, UNFOUNDED -> true;
            case CALAMITY, INCIDENT -> false;
        };
    }

    private static boolean clientHeard(Happened judged, CaseHistory history) {
        return history.conversations().stream()
                        .filter(c -> c.data().with() == ConversationParty.CLIENT
                                || c.data().with() == ConversationParty.REPRESENTATIVE)
                        .anyMatch(c -> !c.happened().isAfter(judged))
                || history.waivers().stream()
                        .filter(w -> w.data().waives() == Waivable.CONVERSATION)
                        .anyMatch(w -> !w.happened().isAfter(judged));
    }

    /** Where every internal report says that nobody is accused there is nobody to hear. */
    private static boolean accusedHeard(Happened judged, CaseHistory history) {
        boolean nobodyAccused = !history.internalReports().isEmpty()
                && history.internalReports().stream().allMatch(r -> r.data().accusedKind() == AccusedKind.NONE);
        return nobodyAccused
                || history.hearings().stream().anyMatch(h -> !h.happened().isAfter(judged))
                || history.hearingWaivers().stream().anyMatch(w -> !w.happened().isAfter(judged));
    }
}
