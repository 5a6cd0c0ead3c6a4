package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.Obligation.Meets.AFTERWARDS;
import static nl.meldspoor.events.history.Obligation.Meets.NO;
import static nl.meldspoor.events.history.Obligation.Meets.WHENEVER;
import static nl.meldspoor.events.history.ObligationText.careRelation;

import java.util.List;
import java.util.Set;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.Waivable;

/** Obligations of the route CARE_RELATION whose facts are recorded today, in the order of domain.md 5. */
final class CareRelationObligations {

    private static final Obligation INTERNAL_REPORT = careRelation("OB-INTERNAL-REPORT", 2)
            .blocksClosing()
            .says(
                    "Doe een interne melding, of overleg en leg vast dat de zorgen zijn weggenomen.",
                    "Make an internal report, or consult and record that the concerns were taken away.")
            .source("Leidraad (002), stap 2: 'Intern melden is het formeel informeren van een […] aangewezen functionaris'")
            .arises((e, h) -> e.data() instanceof SignalRecorded)
            .metBy(Set.of("InternalReportMade", "ConsultationHeld"), (e, h) -> switch (e.data()) {
                case InternalReportMade r -> WHENEVER;
                // A later signal brings the concern back.
                case ConsultationHeld c when Boolean.TRUE.equals(c.concernsRemoved()) -> AFTERWARDS;
                default -> NO;
            });

    /** Its entry is still to come: it does not arise yet. */
    private static final Obligation CRIME_CHECK = careRelation("OB-CRIME-CHECK", 2)
            .blocksClosing()
            .atOnce()
            .says(
                    "Ga na of het om een strafbaar feit kan gaan.",
                    "Check whether it may be a criminal offence.")
            .source("Leidraad (002), stap 4: 'Bij twijfel of er wel of geen strafbaar gedrag is, wordt eerst contact opgenomen met de politie'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(Set.of("CrimeChecked"), (e, h) -> e.type().eventName().equals("CrimeChecked") ? WHENEVER : NO);

    private static final Obligation STOP = careRelation("OB-STOP", 5)
            .blocksClosing()
            .atOnce()
            .says(
                    "Zorg dat het stopt: neem een maatregel, of leg vast waarom er geen nodig is.",
                    "Make it stop: take a measure, or record why none is needed.")
            .source("Leidraad (002), stap 5: 'moet zo spoedig mogelijk stoppen'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(Set.of("SafetyMeasureTaken"), (e, h) -> e.data() instanceof SafetyMeasureTaken ? WHENEVER : NO);

    private static final Obligation HEAR_CLIENT = careRelation("OB-HEAR-CLIENT", 3)
            .blocksClosing()
            .says(
                    "Bespreek het met de cliënt of diens vertegenwoordiger, of leg vast waarom dat niet kan.",
                    "Discuss it with the client or the representative, or record why that is not possible.")
            .source("Leidraad (002), stap 3: 'Bespreken met en betrekken van de cliënt (en/of diens vertegenwoordiger)'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(Set.of("ConversationHeld", "ConversationWaived"), (e, h) -> switch (e.data()) {
                case ConversationHeld c when hearsTheClient(c) -> WHENEVER;
                case ConversationWaived w when w.waives() == Waivable.CONVERSATION -> WHENEVER;
                default -> NO;
            });

    private static final Obligation HEAR_ACCUSED = careRelation("OB-HEAR-ACCUSED", 4)
            .blocksClosing()
            .says(
                    "Hoor de (vermoedelijke) pleger, of leg vast waarom dat niet kan.",
                    "Hear the (suspected) perpetrator, or record why that is not possible.")
            .source("Leidraad (002), stap 4: 'te horen hoe de medewerker/vrijwilliger/maatje dit heeft ervaren (hoor en wederhoor)'")
            .arises((e, h) -> e.data() instanceof InternalReportMade r && r.accusedKind() != AccusedKind.NONE)
            .metBy(
                    Set.of("AccusedHeard", "HearingWaived"),
                    (e, h) -> e.data() instanceof AccusedHeard || e.data() instanceof HearingWaived ? WHENEVER : NO);

    private static final Obligation INVESTIGATE = careRelation("OB-INVESTIGATE", 4)
            .blocksClosing()
            .says(
                    "Stel vast wat er is gebeurd en spreek een oordeel uit.",
                    "Establish what happened and give a judgement.")
            .source("Leidraad (002), stap 5: 'direct starten en zo snel mogelijk afronden, in ieder geval binnen zes weken'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .due(h -> Deadlines.determine(h).map(t -> t.dueOn()))
            .metBy(Set.of("JudgementMade"), (e, h) -> e.data() instanceof JudgementMade ? WHENEVER : NO);

    private static final Obligation IGJ_CALAMITY = careRelation("OB-IGJ-CALAMITY", 5)
            .blocksClosing()
            .says(
                    "Meld de calamiteit bij de inspectie (bij Wmo-zorg: bij de gemeentelijke toezichthouder).",
                    "Report the calamity to the inspectorate (in Wmo care: to the municipal supervisor).")
            .source("Leidraad (002), stap 5: 'onverwijld (dat is binnen drie werkdagen) worden gemeld aan de Inspectie'")
            .arises((e, h) -> reportable(e.data(), Qualification.CALAMITY))
            .due(h -> Deadlines.report(h, Qualification.CALAMITY).map(t -> t.dueOn()))
            .metBy(Set.of("IGJReportFiled"), (e, h) -> reported(e.data(), IGJCategory.CALAMITY) ? WHENEVER : NO);

    private static final Obligation IGJ_VIOLENCE = careRelation("OB-IGJ-VIOLENCE", 5)
            .blocksClosing()
            .says(
                    "Meld het geweld in de zorgrelatie bij de inspectie (bij Wmo-zorg: bij de gemeentelijke toezichthouder).",
                    "Report the violence in the care relation to the inspectorate (in Wmo care: to the municipal supervisor).")
            .source("Leidraad (002), stap 5: 'onverwijld (dat is binnen drie werkdagen) worden gemeld aan de Inspectie'")
            .arises((e, h) -> reportable(e.data(), Qualification.VIOLENCE_IN_CARE_RELATION))
            .due(h -> Deadlines.report(h, Qualification.VIOLENCE_IN_CARE_RELATION).map(t -> t.dueOn()))
            .metBy(Set.of("IGJReportFiled"), (e, h) -> reported(e.data(), IGJCategory.VIOLENCE) ? WHENEVER : NO);

    static final List<Obligation> ALL =
            List.of(INTERNAL_REPORT, CRIME_CHECK, STOP, HEAR_CLIENT, HEAR_ACCUSED, INVESTIGATE, IGJ_CALAMITY, IGJ_VIOLENCE);

    private CareRelationObligations() {}

    private static boolean hearsTheClient(ConversationHeld conversation) {
        return conversation.with() == ConversationParty.CLIENT || conversation.with() == ConversationParty.REPRESENTATIVE;
    }

    private static boolean reportable(Object data, Qualification qualification) {
        return data instanceof JudgementMade j && j.qualification() == qualification && Boolean.TRUE.equals(j.reportable());
    }

    private static boolean reported(Object data, IGJCategory category) {
        return data instanceof IGJReportFiled r && r.category() == category;
    }
}
