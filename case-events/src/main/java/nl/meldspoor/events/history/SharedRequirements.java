package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.RequirementText.bothRoutes;
import static nl.meldspoor.events.history.RequirementText.has;
import static nl.meldspoor.events.history.RequirementText.surelyHas;

import java.util.List;
import java.util.Objects;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;

/** What both routes want recorded at least. */
final class SharedRequirements {

    private static final Requirement RECORDED = bothRoutes("SIGNALS.RECORDED", 1)
            .says(
                    "Leg vast wat u heeft gezien, gehoord, geroken of waargenomen.",
                    "Record what you saw, heard, smelled or noticed.")
            .source("Meldcode (004), stap 1: 'Leg vast wat u heeft gezien, gehoord, geroken of waargenomen.'")
            .moveOf(Mover.OPENER)
            .askedWhen(h -> true, h -> h.signals().isEmpty() && h.internalReports().isEmpty());

    private static final Requirement FACTUAL = bothRoutes("SIGNALS.FACTUAL", 1)
            .says(
                    "Er zijn alleen vermoedens vastgelegd: leg ook feiten vast.",
                    "Only suspicions are on record: record facts too.")
            .source("Meldcode (004), stap 1: 'Beschrijf de signalen zo feitelijk mogelijk.'")
            .moveOf(Mover.OPENER)
            .askedWhen(
                    h -> !h.signals().isEmpty(),
                    h -> !h.signals().isEmpty()
                            && h.signals().stream().allMatch(s -> s.data().perception() == Perception.THOUGHT));

    private static final Requirement SOURCE = bothRoutes("SIGNALS.SOURCE", 1)
            .says(
                    "Er is u iets verteld: beschrijf van wie het komt.",
                    "Something was told to you: describe from whom it comes.")
            .source("Meldcode (004), stap 1: 'Als u informatie afkomstig van derden vastlegt, beschrijf dan altijd de bron.'")
            .moveOf(Mover.OPENER)
            .ofEvery(CaseHistory::signals, s -> fromSomebodyElse(s.data()), s -> has(s.event(), "sourceDetails"));

    private static final Requirement SIGNAL_QUESTIONS = bothRoutes("SIGNALS.QUESTIONS", 1)
            .says(
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.")
            .source("Leidraad (002), stap 2, zorgvuldige verslaglegging: 'letterlijke bewoordingen wat cliënt heeft gezegd en vragen die medewerker zelf heeft gesteld'")
            .moveOf(Mover.OPENER)
            .ofEvery(
                    CaseHistory::signals,
                    s -> surelyHas(s.event(), "literalWords"),
                    s -> has(s.event(), "questionsAsked"));

    private static final Requirement HANDOVER_TO_WHOM = bothRoutes("HANDOVER.TO-WHOM", 2)
            .says(
                    "Leg vast aan wie u de volgende stappen overdraagt (naam en functie).",
                    "Record to whom you hand the next steps over (name and function).")
            .source("Meldcode (004), stap 2: 'Vermeld duidelijk aan wie (naam en functie) u het hebt overgedragen.'")
            .inEvery(CaseHistory::handovers, "to");

    private static final Requirement HANDOVER_ANSWERED = bothRoutes("HANDOVER.ANSWERED", 2)
            .says(
                    "Neem de overdracht aan of weiger die; tot dan blijft de casus bij wie hem behandelt.",
                    "Accept the hand-over or refuse it; until then the case stays with who handles it.")
            .source("Meldcode (004), stap 2: 'Als u het zetten van verdere stappen overdraagt aan een ander, leg dit dan ook vast'")
            .moveOf(Mover.ASKED)
            .askedWhen(h -> !h.handovers().isEmpty(), h -> !Handovers.pending(h).isEmpty());

    private static final Requirement EVALUATION_FINDINGS = bothRoutes("EVALUATION.FINDINGS", 6)
            .says(
                    "Leg vast wat de evaluatie opleverde: onderbouwing, besluitvorming, knelpunten.",
                    "Record what the evaluation found: grounds, decisions, what went badly.")
            .source("Ontspoorde mantelzorg (000), stap 6: 'Zijn de stappen goed onderbouwd en vastgelegd in een dossier?'")
            .inEvery(CaseHistory::evaluations, "findings");

    private static final Requirement EVALUATION_PARTICIPANTS = bothRoutes("EVALUATION.PARTICIPANTS", 6)
            .says("Leg vast wie er bij de evaluatie waren.", "Record who took part in the evaluation.")
            .source("Ontspoorde mantelzorg (000), stap 6: 'met collega’s en externen'")
            .inEvery(CaseHistory::evaluations, "participants");

    private static final Requirement IMPROVEMENT_COMPLETED = bothRoutes("IMPROVEMENT.COMPLETED", 6)
            .says(
                    "Leg vast wat er van de afgesproken verbetering is gekomen.",
                    "Record what came of the improvement that was agreed.")
            .source("Leidraad (002), stap 6: 'Indien nodig worden ook nieuwe afspraken / beleid gemaakt en uitgevoerd.'")
            .askedWhen(
                    h -> !h.improvements().isEmpty(),
                    h -> h.improvements().stream()
                            .anyMatch(i -> h.improvementCompletions().stream()
                                    .noneMatch(c -> Objects.equals(
                                            c.data().improvementId(), i.data().improvementId()))));

    static final List<Requirement> ALL = List.of(
            RECORDED,
            FACTUAL,
            SOURCE,
            SIGNAL_QUESTIONS,
            HANDOVER_TO_WHOM,
            HANDOVER_ANSWERED,
            EVALUATION_FINDINGS,
            EVALUATION_PARTICIPANTS,
            IMPROVEMENT_COMPLETED);

    private SharedRequirements() {}

    /** Told by another than the client, or told to oneself without a word who told it. */
    static boolean fromSomebodyElse(SignalRecorded signal) {
        boolean toldByWhom = signal.source() == SignalSource.OWN
                && signal.perception() == Perception.TOLD
                && !signal.disclosure();
        return toldByWhom || (signal.source() != SignalSource.OWN && signal.source() != SignalSource.CLIENT);
    }
}
