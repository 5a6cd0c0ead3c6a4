package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.Obligation.Meets.AFTERWARDS;
import static nl.meldspoor.events.history.Obligation.Meets.NO;
import static nl.meldspoor.events.history.Obligation.Meets.WHENEVER;
import static nl.meldspoor.events.history.ObligationText.careRelation;

import java.util.List;
import java.util.Set;
import nl.meldspoor.events.AccusedAddressed;
import nl.meldspoor.events.AccusedHeard;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.AftercareArranged;
import nl.meldspoor.events.AftercareFor;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.Audience;
import nl.meldspoor.events.ConsultationHeld;
import nl.meldspoor.events.ConversationHeld;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.ConversationWaived;
import nl.meldspoor.events.CrimeChecked;
import nl.meldspoor.events.DismissalAnnounced;
import nl.meldspoor.events.EntryCorrected;
import nl.meldspoor.events.HearingWaived;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJInvestigationReportSent;
import nl.meldspoor.events.IGJReportFiled;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.IGJResponseReceived;
import nl.meldspoor.events.IGJSupplementSent;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.InvestigationStarted;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.SafetyMeasureTaken;
import nl.meldspoor.events.SanctionImposed;
import nl.meldspoor.events.SanctionKind;
import nl.meldspoor.events.Sector;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SilenceImposed;
import nl.meldspoor.events.SilenceLifted;
import nl.meldspoor.events.SituationCommunicated;
import nl.meldspoor.events.Waivable;

/** Obligations of the route CARE_RELATION, in the order of domain.md 5. */
final class CareRelationObligations {

    private static final Set<Sector> SECTORS_WITH_EXTERNAL_CHAIR =
            Set.of(Sector.VVT, Sector.HOME_CARE, Sector.DISABILITY_CARE);

    private static final Obligation INTERNAL_REPORT = careRelation("OB-INTERNAL-REPORT", 2)
            .moveOf(Mover.OPENER)
            .blocksClosing()
            .says(
                    "Doe een interne melding, of overleg en leg vast dat de zorgen zijn weggenomen.",
                    "Make an internal report, or consult and record that the concerns were taken away.")
            .source("Leidraad (002), stap 2: 'Intern melden is het formeel informeren van een […] aangewezen functionaris'")
            .arises((e, h) -> e.data() instanceof SignalRecorded || e.data() instanceof AccusedAddressed)
            .metBy(Set.of("InternalReportMade", "ConsultationHeld"), (e, h) -> switch (e.data()) {
                case InternalReportMade r -> WHENEVER;
                // A later signal brings the concern back.
                case ConsultationHeld c when Boolean.TRUE.equals(c.concernsRemoved()) -> AFTERWARDS;
                default -> NO;
            });

    private static final Obligation CRIME_CHECK = careRelation("OB-CRIME-CHECK", 2)
            .blocksClosing()
            .atOnce()
            .says(
                    "Ga na of het om een strafbaar feit kan gaan.",
                    "Check whether it may be a criminal offence.")
            .source("Leidraad (002), stap 4: 'Bij twijfel of er wel of geen strafbaar gedrag is, wordt eerst contact opgenomen met de politie'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(Set.of("CrimeChecked"), (e, h) -> e.data() instanceof CrimeChecked ? WHENEVER : NO);

    private static final Obligation POLICE = careRelation("OB-POLICE", 5)
            .moveOf(Mover.POLICE_CONTACT)
            .blocksClosing()
            .atOnce()
            .says(
                    "Er kan een strafbaar feit zijn: neem eerst contact op met de politie.",
                    "There may be a criminal offence: contact the police first.")
            .source("Leidraad (002), stap 4: 'Bij twijfel of er wel of geen strafbaar gedrag is, wordt eerst contact opgenomen met de politie'")
            .arises((e, h) -> e.data() instanceof CrimeChecked c && c.suspected() != Answer.NO)
            .metBy(Set.of("PoliceContacted"), (e, h) -> e.data() instanceof PoliceContacted ? AFTERWARDS : NO);

    private static final Obligation STOP = careRelation("OB-STOP", 5)
            .blocksClosing()
            .atOnce()
            .says(
                    "Zorg dat het stopt: neem een maatregel, of leg vast waarom er geen nodig is.",
                    "Make it stop: take a measure, or record why none is needed.")
            .source("Leidraad (002), stap 5: 'moet zo spoedig mogelijk stoppen'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(Set.of("SafetyMeasureTaken"), (e, h) -> e.data() instanceof SafetyMeasureTaken ? WHENEVER : NO);

    private static final Obligation SUPPORT = careRelation("OB-SUPPORT", 6)
            .atOnce()
            .says(
                    "Zorg voor opvang van de cliënt en diens naasten, of leg vast dat die niet nodig is.",
                    "See to support of the client and the family, or record that none is needed.")
            .source("Leidraad (002), stap 6: 'Zorg ervoor dat cliënten en familie (indien nodig) direct opgevangen worden na een incident'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .metBy(
                    Set.of("AftercareArranged"),
                    (e, h) -> e.data() instanceof AftercareArranged a && a.forWhom() == AftercareFor.CLIENT_AND_FAMILY
                            ? WHENEVER
                            : NO);

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
            .moveOf(Mover.INVESTIGATOR)
            .blocksClosing()
            .says(
                    "Hoor de (vermoedelijke) pleger, of leg vast waarom dat niet kan.",
                    "Hear the (suspected) perpetrator, or record why that is not possible.")
            .source("Leidraad (002), stap 4: 'te horen hoe de medewerker/vrijwilliger/maatje dit heeft ervaren (hoor en wederhoor)'")
            .arises((e, h) -> e.data() instanceof InternalReportMade r && r.accusedKind() != AccusedKind.NONE)
            .metBy(
                    Set.of("AccusedHeard", "HearingWaived"),
                    (e, h) -> e.data() instanceof AccusedHeard || e.data() instanceof HearingWaived ? WHENEVER : NO);

    private static final Obligation EXTERNAL_CHAIR = careRelation("OB-EXTERNAL-CHAIR", 4)
            .moveOf(Mover.BOARD)
            .says(
                    "De cliënt is overleden: laat een externe, onafhankelijke voorzitter het onderzoek leiden.",
                    "The client died: have an external, independent chair lead the investigation.")
            .source("Leidraad (002), stap 5: 'gehandicaptenzorg eist de Inspectie dat de zorgaanbieder een extern, onafhankelijk voorzitter'")
            .arises((e, h) -> SECTORS_WITH_EXTERNAL_CHAIR.contains(h.opened().sector())
                    && switch (e.data()) {
                        case InternalReportMade r -> Boolean.TRUE.equals(r.clientDied());
                        case JudgementMade j -> j.fatal();
                        default -> false;
                    })
            .metBy(
                    Set.of("InvestigationStarted"),
                    (e, h) -> e.data() instanceof InvestigationStarted i && i.externalChair() ? WHENEVER : NO);

    private static final Obligation INVESTIGATE = careRelation("OB-INVESTIGATE", 4)
            .blocksClosing()
            .says(
                    "Stel vast wat er is gebeurd en spreek een oordeel uit.",
                    "Establish what happened and give a judgement.")
            .source("Leidraad (002), stap 5: 'direct starten en zo snel mogelijk afronden, in ieder geval binnen zes weken'")
            .arises((e, h) -> e.data() instanceof InternalReportMade)
            .due((h, since) -> Deadlines.determine(h).map(t -> t.dueOn()))
            .metBy(Set.of("JudgementMade"), (e, h) -> e.data() instanceof JudgementMade ? WHENEVER : NO);

    private static final Obligation INFORM_CLIENT = careRelation("OB-INFORM-CLIENT", 6)
            .atOnce()
            .says(
                    "Vertel de cliënt of diens naasten wat er is gebeurd.",
                    "Tell the client or the family what happened.")
            .source("Wkkgz art. 10 lid 3: 'onverwijld' mededeling van aard en toedracht van incidenten met merkbare gevolgen")
            .arises((e, h) -> switch (e.data()) {
                case InternalReportMade r -> Boolean.TRUE.equals(r.noticeableConsequences());
                case JudgementMade j -> j.qualification() != Qualification.UNFOUNDED;
                default -> false;
            })
            .metBy(Set.of("SituationCommunicated", "ConversationHeld"), (e, h) -> switch (e.data()) {
                case SituationCommunicated s
                when s.audience() == Audience.CLIENT || s.audience() == Audience.FAMILY -> WHENEVER;
                case ConversationHeld c when c.with() == ConversationParty.REPRESENTATIVE -> WHENEVER;
                default -> NO;
            });

    private static final Obligation INFORM_OUTCOME = careRelation("OB-INFORM-OUTCOME", 6)
            .says(
                    "Vertel de uitkomst aan de cliënt, de melder, de (vermoedelijke) pleger en het team.",
                    "Tell the outcome to the client, the reporter, the (suspected) perpetrator and the team.")
            .source("Leidraad (002), stap 6: 'zorgvuldige communicatie' met betrokkenen")
            .arises((e, h) -> e.data() instanceof JudgementMade)
            .metBy(Set.of("SituationCommunicated"), (e, h) -> Aftermath.completesOutcomeTold(e, h) ? AFTERWARDS : NO);

    private static final Obligation IGJ_CALAMITY = careRelation("OB-IGJ-CALAMITY", 5)
            .moveOf(Mover.BOARD)
            .blocksClosing()
            .says(
                    "Meld de calamiteit bij de inspectie (bij Wmo-zorg: bij de gemeentelijke toezichthouder).",
                    "Report the calamity to the inspectorate (in Wmo care: to the municipal supervisor).")
            .source("Leidraad (002), stap 5: 'onverwijld (dat is binnen drie werkdagen) worden gemeld aan de Inspectie'")
            .arises((e, h) -> reportable(e.data(), Qualification.CALAMITY))
            .due((h, since) -> Deadlines.report(h, Qualification.CALAMITY).map(t -> t.dueOn()))
            .metBy(Set.of("IGJReportFiled"), (e, h) -> reported(e.data(), IGJCategory.CALAMITY) ? WHENEVER : NO);

    private static final Obligation IGJ_VIOLENCE = careRelation("OB-IGJ-VIOLENCE", 5)
            .moveOf(Mover.BOARD)
            .blocksClosing()
            .says(
                    "Meld het geweld in de zorgrelatie bij de inspectie (bij Wmo-zorg: bij de gemeentelijke toezichthouder).",
                    "Report the violence in the care relation to the inspectorate (in Wmo care: to the municipal supervisor).")
            .source("Leidraad (002), stap 5: 'onverwijld (dat is binnen drie werkdagen) worden gemeld aan de Inspectie'")
            .arises((e, h) -> reportable(e.data(), Qualification.VIOLENCE_IN_CARE_RELATION)
                    // Charges filed after the judgement make violence between clients serious.
                    || (e.data() instanceof PoliceContacted p && p.terms() != null))
            .due((h, since) -> Deadlines.report(h, Qualification.VIOLENCE_IN_CARE_RELATION).map(t -> t.dueOn()))
            .metBy(Set.of("IGJReportFiled"), (e, h) -> reported(e.data(), IGJCategory.VIOLENCE) ? WHENEVER : NO);

    private static final Obligation IGJ_DISMISSAL = careRelation("OB-IGJ-DISMISSAL", 5)
            .moveOf(Mover.BOARD)
            .blocksClosing()
            .says(
                    "Meld het ontslag wegens disfunctioneren bij de inspectie.",
                    "Report the dismissal for dysfunction to the inspectorate.")
            .source("Wkkgz art. 11 lid 1 onder c: 'ernstig is tekort geschoten in zijn functioneren'")
            .arises((e, h) -> e.data() instanceof DismissalAnnounced d && Deadlines.isReportable(d, h))
            .due((h, since) -> Deadlines.dismissal(h).map(t -> t.dueOn()))
            .metBy(Set.of("IGJReportFiled"), (e, h) -> reported(e.data(), IGJCategory.DISMISSAL) ? WHENEVER : NO);

    private static final Obligation DISMISSAL_FACTS = careRelation("OB-DISMISSAL-FACTS", 5)
            .moveOf(Mover.HR)
            .blocksClosing()
            .says(
                    "Leg het ontslag vast: wanneer meegedeeld, op wiens initiatief, en of het om disfunctioneren gaat.",
                    "Record the dismissal: when announced, on whose initiative, and whether it is for dysfunction.")
            .source("Leidraad (002), stap 5: melden is verplicht bij 'ontslag'")
            .arises((e, h) -> e.data() instanceof SanctionImposed s
                    && (s.kind() == SanctionKind.DISMISSAL || s.kind() == SanctionKind.SUMMARY_DISMISSAL))
            .metBy(Set.of("DismissalAnnounced"), (e, h) -> e.data() instanceof DismissalAnnounced ? WHENEVER : NO);

    /** Looks at the report as it was filed and as it counts: the correction that adds the confirmation replaces it, and one may lose it again. */
    private static final Obligation IGJ_CONFIRMATION = careRelation("OB-IGJ-CONFIRMATION", 5)
            .moveOf(Mover.BOARD)
            .says(
                    "Bewaar de verzendbevestiging van de melding: die is later niet meer te krijgen.",
                    "Keep the confirmation of sending of the report: it is not to be had later.")
            .source("IGJ, meldformulier sinds 4-10-2023: verzendbevestiging zelf downloaden")
            .arises((e, h) -> e.data() instanceof IGJReportFiled r
                    && !(filedWithConfirmation(e, h) && Boolean.TRUE.equals(r.confirmed())))
            .due((h, since) -> h.entry(since).map(e -> e.happened().day()))
            .metBy(Set.of("EntryCorrected"), new Obligation.Meeting() {
                @Override
                public Obligation.Meets metBy(RecordedEvent event, CaseHistory history) {
                    return event.data() instanceof EntryCorrected c && confirmedNow(c.corrects(), history) ? WHENEVER : NO;
                }

                @Override
                public Object subject(RecordedEvent event) {
                    return event.data() instanceof EntryCorrected c ? (Object) (long) c.corrects() : event.sequence();
                }
            });

    private static final Obligation IGJ_SUPPLEMENT = careRelation("OB-IGJ-SUPPLEMENT", 5)
            .moveOf(Mover.BOARD)
            .blocksClosing()
            .says("Vul de melding bij de inspectie aan.", "Supplement the report to the inspectorate.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.5 lid 3: aanvullen binnen twee weken")
            .arises((e, h) -> responded(e.data(), IGJResponseKind.SUPPLEMENT_REQUESTED))
            .due((h, since) -> Deadlines.supplement(h).map(t -> t.dueOn()))
            .metBy(Set.of("IGJSupplementSent"), (e, h) -> e.data() instanceof IGJSupplementSent ? AFTERWARDS : NO);

    private static final Obligation IGJ_INVESTIGATION = careRelation("OB-IGJ-INVESTIGATION", 5)
            .moveOf(Mover.BOARD)
            .blocksClosing()
            .says(
                    "Stuur het onderzoeksverslag naar de inspectie.",
                    "Send the investigation report to the inspectorate.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.7 lid 2: onderzoek en rapport binnen acht weken")
            .arises((e, h) -> responded(e.data(), IGJResponseKind.INVESTIGATION_REQUESTED))
            .due((h, since) -> Deadlines.investigation(h).map(t -> t.dueOn()))
            .metBy(
                    Set.of("IGJInvestigationReportSent"),
                    (e, h) -> e.data() instanceof IGJInvestigationReportSent ? AFTERWARDS : NO);

    private static final Obligation AFTERCARE = careRelation("OB-AFTERCARE", 6)
            .says(
                    "Regel nazorg voor cliënt en naasten, de afdeling en de (onterecht) beschuldigde, of leg vast dat die niet nodig is.",
                    "Arrange aftercare for client and family, the unit and the (wrongly) accused, or record that none is needed.")
            .source("Leidraad (002), stap 6: 'Organiseren van opvang en nazorg' voor cliënt en familie, organisatie-eenheid en pleger")
            .arises((e, h) -> e.data() instanceof JudgementMade)
            .metBy(Set.of("AftercareArranged"), (e, h) -> Aftermath.completesAftercare(e, h) ? WHENEVER : NO);

    private static final Obligation LIFT_SILENCE = careRelation("OB-LIFT-SILENCE", 6)
            .blocksClosing()
            .says("Hef de zwijgplicht op.", "Lift the duty of silence.")
            .source("Leidraad (002), stap 2: 'kan worden afgesproken dat na een melding iemand een voorlopige zwijgplicht heeft'")
            .arises((e, h) -> e.data() instanceof SilenceImposed)
            .due((h, since) -> h.entry(since)
                    .map(e -> e.data() instanceof SilenceImposed s ? s.expectedEndOn() : null))
            .metBy(Set.of("SilenceLifted"), new Obligation.Meeting() {
                @Override
                public Obligation.Meets metBy(RecordedEvent event, CaseHistory history) {
                    return event.data() instanceof SilenceLifted ? WHENEVER : NO;
                }

                @Override
                public Object subject(RecordedEvent event) {
                    return switch (event.data()) {
                        case SilenceImposed s -> s.silenceId();
                        case SilenceLifted l -> l.silenceId();
                        default -> throw new IllegalStateException("no silence is the subject of " + event.type());
                    };
                }
            });

    static final List<Obligation> ALL = List.of(
            INTERNAL_REPORT,
            CRIME_CHECK,
            POLICE,
            STOP,
            SUPPORT,
            HEAR_CLIENT,
            HEAR_ACCUSED,
            EXTERNAL_CHAIR,
            INVESTIGATE,
            INFORM_CLIENT,
            INFORM_OUTCOME,
            IGJ_CALAMITY,
            IGJ_VIOLENCE,
            IGJ_DISMISSAL,
            DISMISSAL_FACTS,
            IGJ_CONFIRMATION,
            IGJ_SUPPLEMENT,
            IGJ_INVESTIGATION,
            AFTERCARE,
            LIFT_SILENCE);

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

    private static boolean responded(Object data, IGJResponseKind kind) {
        return data instanceof IGJResponseReceived r && r.kind() == kind;
    }

    private static boolean filedWithConfirmation(RecordedEvent event, CaseHistory history) {
        return history.recorded(event.sequence())
                .map(RecordedEvent::data)
                .filter(d -> d instanceof IGJReportFiled r && Boolean.TRUE.equals(r.confirmed()))
                .isPresent();
    }

    private static boolean confirmedNow(long sequence, CaseHistory history) {
        return history.entry(sequence)
                .filter(e -> e.data() instanceof IGJReportFiled r && Boolean.TRUE.equals(r.confirmed()))
                .isPresent();
    }
}
