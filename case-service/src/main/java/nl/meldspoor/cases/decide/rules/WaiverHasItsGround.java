package nl.meldspoor.cases.decide.rules;

import java.util.Set;
import nl.meldspoor.cases.decide.Command;
import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/**
 * CNV-1: announcing a melding is waived on few grounds, whether in an entry of its own or in the melding; POLICE_FIRST only where the
 * police come in.
 */
public final class WaiverHasItsGround extends StatedRule {

    private static final Set<WaiverGround> TO_WAIVE_ANNOUNCING = Set.of(
            WaiverGround.SAFETY, WaiverGround.LOSS_OF_CONTACT, WaiverGround.CLIENT_UNABLE, WaiverGround.UNREACHABLE);

    public WaiverHasItsGround() {
        super(
                "CNV-1",
                1,
                RuleClass.F,
                "Om deze reden kunt u niet afzien van het gesprek of van het vooraf bespreken van de melding.",
                "You cannot waive the conversation, or discussing the melding beforehand, for this reason.",
                "Meldcode (004), stap 5: 'Alleen in onderstaande gevallen kunt u afzien van het voor bespreken van uw melding'");
    }

    @Override
    public boolean refuses(CaseHistory history, Command command) {
        return switch (command.entry()) {
            case ConversationWaived w -> groundMissing(w.waives(), w.ground(), command.happened(), history);
            case MeldingMade m -> m.waiver() != null
                    && groundMissing(Waivable.MELDING_ANNOUNCEMENT, m.waiver().ground(), command.happened(), history);
            default -> false;
        };
    }

    private static boolean groundMissing(
            Waivable waives, WaiverGround ground, Happened when, CaseHistory history) {
        if (waives == Waivable.MELDING_ANNOUNCEMENT && !TO_WAIVE_ANNOUNCING.contains(ground)) {
            return true;
        }
        return ground == WaiverGround.POLICE_FIRST
                && (history.route() != Route.CARE_RELATION || !history.policeComesFirst(when, p -> false));
    }
}
