package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.RequirementText.has;
import static nl.meldspoor.events.history.RequirementText.meldcode;
import static nl.meldspoor.events.history.RequirementText.surelyHas;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.meldspoor.events.About;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.Framework;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.MeldingMade;
import nl.meldspoor.events.Waivable;
import nl.meldspoor.events.WaiverGround;
import nl.meldspoor.events.YesNoPartly;

/** "Rapporteer in elk geval" of the Meldcode (004), step by step, and what derailed informal care (000) adds to it. */
final class MeldcodeRequirements {

    private static final Set<ConsultedParty> INTERNAL = Set.of(
            ConsultedParty.COLLEAGUE,
            ConsultedParty.SUPERVISOR,
            ConsultedParty.ATTENTION_OFFICER,
            ConsultedParty.REPORT_TEAM);

    // -- step 1 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement CONTRADICTING = meldcode("SIGNALS.CONTRADICTING", 1)
            .says("Leg ook vast wat het vermoeden tegenspreekt.", "Record what contradicts the suspicion too.")
            .source("Meldcode (004), stap 1: 'maar ook om signalen die uw vermoedens ontkrachten'")
            .askedWhen(
                    h -> !h.signals().isEmpty(),
                    h -> !h.signals().isEmpty()
                            && h.signals().stream().noneMatch(s -> s.data().direction() == Direction.CONTRADICTS));

    private static final Requirement CHILD_AGES = meldcode("CHILD-CHECK.AGES", 1)
            .says(
                    "Leg aantal en leeftijd vast van de kinderen die van de cliënt afhankelijk zijn.",
                    "Record number and age of the children who depend on the client.")
            .source("Ontspoorde mantelzorg (000), kindcheck: 'dan legt de beroepskracht het aantal en de leeftijd van deze kinderen vast'")
            .ofEvery(
                    CaseHistory::childChecks,
                    c -> c.data().dependentChildren(),
                    c -> has(c.event(), "childrenAges"));

    private static final Requirement CHILD_CARE = meldcode("CHILD-CHECK.TEMPORARY-CARE", 1)
            .says(
                    "Leg vast of er voor de kinderen adequate tijdelijke opvang is.",
                    "Record whether there is adequate temporary care for the children.")
            .source("Meldcode (004), stap 1: 'Voor hen adequate tijdelijke opvang is'")
            .ofEvery(
                    CaseHistory::childChecks,
                    c -> c.data().dependentChildren(),
                    c -> c.data().temporaryCareAdequate() != null);

    private static final Requirement CHILD_PROTECTION = meldcode("CHILD-CHECK.PROTECTION", 1)
            .says(
                    "Leg vast of de cliënt de kinderen structureel kan beschermen, verzorgen en opvoeden.",
                    "Record whether the client can protect, look after and bring up the children in the long run.")
            .source("Meldcode (004), stap 1: 'De cliënt de kinderen voldoende structureel kan beschermen, verzorgen en opvoeden.'")
            .ofEvery(
                    CaseHistory::childChecks,
                    c -> c.data().dependentChildren(),
                    c -> c.data().clientCanProtect() != null);

    private static final Requirement CARE_DEPENDANTS = meldcode("CARE-CHECK.DEPENDANTS", 1)
            .says(
                    "Leg als arts vast of er volwassenen van de mantelzorg van de patiënt afhankelijk zijn.",
                    "As a physician, record whether adults depend on informal care by the patient.")
            .source("Ontspoorde mantelzorg (000): 'Voor artsen geldt daarnaast de richtlijn dat zij een mantelzorgverleningscheck uitvoeren.'")
            .askedWhen(
                    h -> h.opened().framework() == Framework.KNMG && !h.careChecks().isEmpty(),
                    h -> h.opened().framework() == Framework.KNMG
                            && !h.careChecks().isEmpty()
                            && h.careChecks().stream().allMatch(c -> c.data().dependentAdults() == null));

    private static final Requirement CARE_LOAD = meldcode("CARE-CHECK.LOAD", 1)
            .says(
                    "Leg vast of de mantelzorger (bijna) overbelast is.",
                    "Record whether the informal caregiver is (nearly) overloaded.")
            .source("Ontspoorde mantelzorg (000), stap 1: 'om te zien of er sprake is van (dreigende) overbelasting'")
            .askedWhen(
                    h -> aboutACaregiver(h) && !h.careChecks().isEmpty(),
                    h -> aboutACaregiver(h)
                            && !h.careChecks().isEmpty()
                            && h.careChecks().stream().allMatch(c -> c.data().caregiverLoad() == null));

    private static final Requirement NETWORK = meldcode("NETWORK.MAPPED", 1)
            .says(
                    "Breng het netwerk in kaart: wie zorgt, wie regelt het geld, wie heeft de pincode?",
                    "Map the network: who cares, who does the money, who has the pin code?")
            .source("Ontspoorde mantelzorg (000), stap 1: 'wie de financiën regelt, wie er boodschappen doet en wie er beschikt over de pincode'")
            .askedWhen(
                    h -> aboutACaregiver(h) || !h.networkMaps().isEmpty(),
                    h -> aboutACaregiver(h) && h.networkMaps().isEmpty());

    // -- step 2 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement CONSULTED_INTERNALLY = meldcode("CONSULTATION.INTERNAL", 2)
            .says("Leg vast met wie u intern heeft overlegd.", "Record whom you consulted inside the organisation.")
            .source("Meldcode (004), stap 2: 'Met wie u intern heeft overlegd (naam en functie)'")
            .askedWhen(
                    h -> !h.consultations().isEmpty(),
                    h -> !h.consultations().isEmpty()
                            && h.consultations().stream().noneMatch(c -> INTERNAL.contains(c.data().with())));

    private static final Requirement CONSULTATION_AGREEMENTS = meldcode("CONSULTATION.AGREEMENTS", 2)
            .says("Leg vast wat u heeft afgesproken.", "Record what you agreed.")
            .source("Meldcode (004), stap 1: 'Leg vast wie u heeft geraadpleegd en wat er is afgesproken.'")
            .inEvery(CaseHistory::consultations, "agreements");

    private static final Requirement ADVICE = meldcode("CONSULTATION.ADVICE", 2)
            .says(
                    "Leg vast met wie u bij Veilig Thuis sprak en wat het advies was.",
                    "Record whom you spoke to at Veilig Thuis and what the advice was.")
            .source("Meldcode (004), stap 2: 'leg vast met wie u heeft gesproken (naam, functie) en wat het advies is geweest'")
            .ofEvery(
                    CaseHistory::consultations,
                    c -> c.data().with() == ConsultedParty.VEILIG_THUIS,
                    c -> has(c.event(), "advice") && has(c.event(), "name"));

    private static final Requirement ADVICE_DISCUSSED = meldcode("CONSULTATION.ADVICE-DISCUSSED", 2)
            .says(
                    "Leg vast of u het advies van Veilig Thuis met de cliënt besprak.",
                    "Record whether you discussed the advice of Veilig Thuis with the client.")
            .source("Ontspoorde mantelzorg (000), stap 5: 'Bespreek dit advies met uw cliënt en leg dit vast in het dossier van uw cliënt.'")
            .ofEvery(
                    CaseHistory::consultations,
                    c -> c.data().with() == ConsultedParty.VEILIG_THUIS,
                    c -> c.data().adviceDiscussedWithClient() != null);

    // -- step 3 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement SPOKEN_WITH = meldcode("CONVERSATION.WITH-WHOM", 3)
            .says("Leg vast met wie u heeft gesproken.", "Record whom you spoke with.")
            .source("Meldcode (004), stap 3: 'Met wie u heeft gesproken'")
            .inEvery(CaseHistory::conversations, "participants");

    private static final Requirement TOPICS = meldcode("CONVERSATION.TOPICS", 3)
            .says("Leg vast wat u heeft besproken.", "Record what you discussed.")
            .source("Meldcode (004), stap 3: 'Wat u heeft besproken'")
            .inEvery(CaseHistory::conversations, "topics");

    private static final Requirement REACTION = meldcode("CONVERSATION.REACTION", 3)
            .says("Leg vast wat de reactie van de cliënt is.", "Record what the reaction of the client is.")
            .source("Meldcode (004), stap 3: 'Wat de reactie van de cliënt is'")
            .inEvery(CaseHistory::conversations, "reaction");

    private static final Requirement CONVERSATION_AGREEMENTS = meldcode("CONVERSATION.AGREEMENTS", 3)
            .says("Leg vast welke afspraken u heeft gemaakt.", "Record what you agreed.")
            .source("Meldcode (004), stap 3: 'Welke afspraken u heeft gemaakt.'")
            .inEvery(CaseHistory::conversations, "agreements");

    private static final Requirement CONVERSATION_QUESTIONS = meldcode("CONVERSATION.QUESTIONS", 3)
            .says(
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.")
            .source("Leidraad (002), stap 2, zorgvuldige verslaglegging: 'letterlijke bewoordingen wat cliënt heeft gezegd en vragen die medewerker zelf heeft gesteld'")
            .ofEvery(
                    CaseHistory::conversations,
                    c -> surelyHas(c.event(), "literalWords"),
                    c -> has(c.event(), "questionsAsked"));

    private static final Requirement WAIVER_REASON = meldcode("CONVERSATION.WAIVER-REASON", 3)
            .says(
                    "Leg vast waarom u afzag van het gesprek.",
                    "Record why you waived the conversation.")
            .source("Meldcode (004), stap 3: 'Daarom moet zo’n gesprek altijd worden gevoerd, tenzij'")
            .ofEvery(
                    CaseHistory::waivers,
                    w -> w.data().waives() == Waivable.CONVERSATION,
                    w -> has(w.event(), "motivation"));

    /** Who speaks for a client, or says that he is unable, rests on a check by an expert. */
    private static final Requirement CAPACITY = meldcode("CAPACITY.CHECKED", 3)
            .says(
                    "Leg vast of de cliënt wilsbekwaam is, en wie dat heeft vastgesteld.",
                    "Record whether the client has capacity to decide, and who established it.")
            .source("Ontspoorde mantelzorg (000), stap 1: 'Ga na of de betrokkene wilsbekwaam of wilsonbekwaam is op bepaalde gebieden.'")
            .askedWhen(
                    h -> somebodyStandsInForTheClient(h) || !h.capacityChecks().isEmpty(),
                    h -> somebodyStandsInForTheClient(h) && h.capacityChecks().isEmpty());

    private static final Requirement REPRESENTATIVE = meldcode("CAPACITY.REPRESENTATIVE", 3)
            .says(
                    "Leg vast of de cliënt een bewindvoerder, mentor of curator heeft.",
                    "Record whether the client has an administrator, mentor or curator.")
            .source("Ontspoorde mantelzorg (000), stap 1: 'Heeft deze persoon een bewindvoerder, mentor of curator?'")
            .ofEvery(
                    CaseHistory::capacityChecks,
                    c -> c.data().capable() != YesNoPartly.YES,
                    c -> c.data().representative() != null);

    // -- step 4 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement REASONING = meldcode("ASSESSMENT.REASONING", 4)
            .says("Leg vast hoe u tot dit oordeel bent gekomen.", "Record how you came to this opinion.")
            .source("Meldcode (004), stap 4: 'Hoe u tot dit oordeel bent gekomen'")
            .inEvery(CaseHistory::assessments, "reasoning");

    private static final Requirement ASSESSMENT_CLIENT = meldcode("ASSESSMENT.CLIENT", 4)
            .says(
                    "Bespreek de weging met de cliënt en leg de reactie vast.",
                    "Discuss the weighing with the client and record the reaction.")
            .source("Meldcode (004), stap 4: 'Wat u dit heeft besproken met de cliënt'")
            .askedWhen(
                    h -> h.latestAssessment().isPresent(),
                    h -> h.latestAssessment().filter(a -> !a.data().discussedWithClient()).isPresent());

    private static final Requirement RISK = meldcode("ASSESSMENT.RISK", 4)
            .says(
                    "Leg vast hoe u risico, aard en ernst, en de kans op schade inschat.",
                    "Record how you estimate risk, nature and severity, and the likelihood of harm.")
            .source("Meldcode (004), stap 4: 'De aard en de ernst van de mishandeling of het huiselijk geweld'")
            .askedWhen(
                    h -> h.latestAssessment().isPresent(),
                    h -> h.latestAssessment().filter(a -> !(says(a, "risk") && says(a, "severity") && says(a, "harmLikelihood"))).isPresent());

    private static final Requirement DURATION = meldcode("ASSESSMENT.DURATION", 4)
            .says(
                    "Leg vast hoe lang en hoe vaak de zorg ontspoort of dreigt te ontsporen.",
                    "Record for how long and how often the care derails or threatens to.")
            .source("Ontspoorde mantelzorg (000), stap 4: 'Hoe lang de ontsporing al dreigt of gaande is'")
            .askedWhen(
                    h -> aboutACaregiver(h) && h.latestAssessment().isPresent(),
                    h -> aboutACaregiver(h)
                            && h.latestAssessment().filter(a -> !(says(a, "duration") && says(a, "frequency"))).isPresent());

    // -- step 5 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement DECISIONS_MOTIVATED = meldcode("DECISIONS.MOTIVATED", 5)
            .says("Leg van beide besluiten vast waarom.", "Record of both decisions why.")
            .source("Meldcode (004), stap 5: 'De professional neemt […] 2 losse besluiten.'")
            .ofEvery(
                    CaseHistory::decisions,
                    d -> true,
                    d -> has(d.event(), "reportMotivation") && has(d.event(), "helpMotivation"));

    private static final Requirement COORDINATED = meldcode("DECISIONS.COORDINATED", 5)
            .says(
                    "Stem de besluiten af met uw leidinggevende en leg vast met wie.",
                    "Coordinate the decisions with your supervisor and record with whom.")
            .source("Meldcode (004), stap 5: 'Stem altijd af met uw leidinggevende bij het uitvoeren van deze stap.'")
            .inEvery(CaseHistory::decisions, "coordinatedWith");

    private static final Requirement MELDING_FACTS = meldcode("MELDING.INFORMATION", 5)
            .says(
                    "Leg vast welke informatie u bij de melding verstrekte en wat u met Veilig Thuis afsprak.",
                    "Record what information you gave with the melding and what you agreed with Veilig Thuis.")
            .source("Meldcode (004), stap 5: 'Welke informatie u bij uw melding heeft verstrekt en welke afspraken u met Veilig Thuis hebt gemaakt'")
            .ofEvery(
                    CaseHistory::meldingen, m -> true, m -> has(m.event(), "facts") && has(m.event(), "agreements"));

    private static final Requirement THIRD_PARTIES = meldcode("MELDING.THIRD-PARTIES", 5)
            .says(
                    "Een signaal komt van anderen: geef in de melding aan welke informatie van hen is.",
                    "A signal comes from others: say in the melding which information is theirs.")
            .source("Meldcode (004), stap 5: 'Geef duidelijk aan als de informatie bij uw melding (ook) van anderen afkomstig is'")
            .askedWhen(
                    h -> !h.meldingen().isEmpty() && heardFromOthers(h),
                    h -> heardFromOthers(h)
                            && h.meldingen().stream().anyMatch(m -> !has(m.event(), "thirdPartyInformation")));

    private static final Requirement RECEIVED_BY = meldcode("MELDING.RECEIVED-BY", 5)
            .says(
                    "Leg vast wie bij Veilig Thuis de melding ontving.",
                    "Record who at Veilig Thuis received the melding.")
            .source("Meldcode (004), stap 5: 'Rapporteer naam en functie van de medewerker van Veilig Thuis'")
            .moveOf(MeldcodeRequirements::whoAcknowledges)
            .askedWhen(
                    h -> !h.meldingen().isEmpty(),
                    h -> h.meldingen().stream().anyMatch(m -> nobodyReceived(m, h)));

    private static final Requirement MELDING_CLIENT = meldcode("MELDING.CLIENT", 5)
            .says(
                    "Leg vast waarom de melding niet met de cliënt is besproken.",
                    "Record why the melding was not discussed with the client.")
            .source("Meldcode (004), stap 5: 'rapporteer dan ook waarom dit zo is besloten'")
            .ofEvery(
                    CaseHistory::meldingen,
                    m -> !m.data().discussedWithClient(),
                    m -> !m.event().deviatedFrom().contains("MEL-1"));

    private static final Requirement MELDING_REACTION = meldcode("MELDING.CLIENT-REACTION", 5)
            .says(
                    "U besprak de melding met de cliënt: leg de reactie vast.",
                    "You discussed the melding with the client: record the reaction.")
            .source("Meldcode (004), stap 5: 'Vraag de cliënt uitdrukkelijk om een reactie op de voorgenomen melding'")
            .ofEvery(
                    CaseHistory::meldingen,
                    m -> m.data().discussedWithClient(),
                    m -> has(m.event(), "clientReaction"));

    private static final Requirement OBJECTIONS = meldcode("MELDING.OBJECTIONS", 5)
            .says(
                    "De cliënt heeft bezwaren: leg vast of en hoe u daaraan tegemoetkomt.",
                    "The client objects: record whether and how you meet the objections.")
            .source("Meldcode (004), stap 5: 'Bij bezwaren van de cliënt, bekijk of, en zo ja hoe, u tegemoet kunt komen aan deze bezwaren.'")
            .ofEvery(
                    CaseHistory::meldingen,
                    m -> surelyHas(m.event(), "clientObjections"),
                    m -> has(m.event(), "objectionsHandled"));

    private static final Requirement FEEDBACK = meldcode("MELDING.FEEDBACK", 5)
            .says(
                    "Leg vast wat Veilig Thuis u later liet weten, en van wie.",
                    "Record what Veilig Thuis told you later, and who did.")
            .source("Meldcode (004), stap 5: 'Wordt u later door Veilig Thuis […] geïnformeerd, rapporteer dan ook deze informatie.'")
            .ofEvery(
                    CaseHistory::feedback, f -> true, f -> has(f.event(), "outcome") && has(f.event(), "from"));

    private static final Requirement HELP_WHAT = meldcode("HELP.WHAT", 5)
            .says("Leg vast welke hulp u in gang heeft gezet.", "Record which help you set in motion.")
            .source("Meldcode (004), stap 5: 'Welke hulp u in gang heeft gezet'")
            .inEvery(CaseHistory::helpPlans, "description");

    private static final Requirement HELP_WHO = meldcode("HELP.WHO", 5)
            .says("Leg vast wie bij de hulp betrokken zijn.", "Record who is involved in the help.")
            .source("Meldcode (004), stap 5: 'Wie daarbij betrokken zijn'")
            .inEvery(CaseHistory::helpPlans, "providers");

    private static final Requirement HELP_AGREEMENTS = meldcode("HELP.AGREEMENTS", 5)
            .says(
                    "Leg vast welke afspraken u over de hulp met betrokkenen heeft gemaakt.",
                    "Record what you agreed about the help with those involved.")
            .source("Meldcode (004), stap 5: 'Welke afspraken u daarover met betrokkenen hebt gemaakt.'")
            .inEvery(CaseHistory::helpPlans, "agreements");

    private static final Requirement HELP_EFFECTS = meldcode("HELP.EFFECTS", 5)
            .says(
                    "Leg vast wat de hulp opleverde voor de veiligheid.",
                    "Record what the help did for safety.")
            .source("Meldcode (004), stap 5: 'Volg de effecten van deze hulp'")
            .inEvery(CaseHistory::helpEvaluations, "findings");

    private static final Requirement SAFETY_MEASURES = meldcode("SAFETY-PLAN.MEASURES", 5)
            .says("Leg vast welke veiligheid is afgesproken.", "Record what was agreed to be safe.")
            .source("Ontspoorde mantelzorg (000), stap 5: 'Bij acute en structurele onveiligheid moet er een veiligheidsplan opgesteld worden'")
            .inEvery(CaseHistory::safetyPlans, "measures");

    private static final Requirement EMERGENCY_CONTACT = meldcode("SAFETY-PLAN.EMERGENCY-CONTACT", 5)
            .says(
                    "Geef een telefoonnummer dat dag en nacht bereikbaar is.",
                    "Give a phone number that can be reached day and night.")
            .source("Ontspoorde mantelzorg (000), stap 5: 'geeft u een telefoonnummer dat - dag en nacht - bereikbaar is'")
            .inEvery(CaseHistory::safetyPlans, "emergencyContact");

    static final List<Requirement> ALL = List.of(
            CONTRADICTING,
            CHILD_AGES,
            CHILD_CARE,
            CHILD_PROTECTION,
            CARE_DEPENDANTS,
            CARE_LOAD,
            NETWORK,
            CONSULTED_INTERNALLY,
            CONSULTATION_AGREEMENTS,
            ADVICE,
            ADVICE_DISCUSSED,
            SPOKEN_WITH,
            TOPICS,
            REACTION,
            CONVERSATION_AGREEMENTS,
            CONVERSATION_QUESTIONS,
            WAIVER_REASON,
            CAPACITY,
            REPRESENTATIVE,
            REASONING,
            ASSESSMENT_CLIENT,
            RISK,
            DURATION,
            DECISIONS_MOTIVATED,
            COORDINATED,
            MELDING_FACTS,
            THIRD_PARTIES,
            RECEIVED_BY,
            MELDING_CLIENT,
            MELDING_REACTION,
            OBJECTIONS,
            FEEDBACK,
            HELP_WHAT,
            HELP_WHO,
            HELP_AGREEMENTS,
            HELP_EFFECTS,
            SAFETY_MEASURES,
            EMERGENCY_CONTACT);

    private MeldcodeRequirements() {}

    private static boolean aboutACaregiver(CaseHistory history) {
        return history.opened().clientRole() == ClientRole.INFORMAL_CAREGIVER
                || history.signals().stream().anyMatch(s -> s.data().about() == About.INFORMAL_CAREGIVER);
    }

    private static boolean somebodyStandsInForTheClient(CaseHistory history) {
        return history.conversations().stream().anyMatch(c -> c.data().with() == ConversationParty.REPRESENTATIVE)
                || history.waivers().stream().anyMatch(w -> w.data().ground() == WaiverGround.CLIENT_UNABLE);
    }

    private static boolean heardFromOthers(CaseHistory history) {
        return history.signals().stream().anyMatch(s -> SharedRequirements.fromSomebodyElse(s.data()));
    }

    private static boolean says(Entry<AssessmentMade> assessment, String member) {
        return has(assessment.event(), member);
    }

    private static boolean nobodyReceived(Entry<MeldingMade> melding, CaseHistory history) {
        return !has(melding.event(), "receivedBy")
                && history.acknowledgements().stream()
                        .noneMatch(a -> Objects.equals(a.data().meldingId(), melding.data().meldingId()));
    }

    /** What went to the inbox of Veilig Thuis is acknowledged there; of what went another way the professional writes down who took it. */
    private static Mover whoAcknowledges(CaseHistory history) {
        boolean allInTheirInbox = history.meldingen().stream()
                .filter(m -> nobodyReceived(m, history))
                .allMatch(m -> m.data().channel() == MeldingChannel.MELDSPOOR);
        return allInTheirInbox ? Mover.VEILIG_THUIS : Mover.HANDLER;
    }
}
