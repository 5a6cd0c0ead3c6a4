package nl.meldspoor.events.history;

import static nl.meldspoor.events.history.RequirementText.careRelation;
import static nl.meldspoor.events.history.RequirementText.has;
import static nl.meldspoor.events.history.RequirementText.surelyHas;

import java.util.List;
import nl.meldspoor.events.AccusedKind;
import nl.meldspoor.events.Answer;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.IGJResponseKind;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.PoliceContacted;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Waivable;

/** What the Leidraad Veilige zorgrelatie (002) wants recorded, step by step, and what the inspectorate asks (Uitvoeringsbesluit Wkkgz 8.1-8.7). */
final class CareRelationRequirements {

    private static final String LITERAL_WORDS =
            "Leidraad (002), stap 2, zorgvuldige verslaglegging: 'letterlijke bewoordingen wat cliënt heeft gezegd en vragen die medewerker zelf heeft gesteld'";

    // -- step 1 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement ADDRESSED = careRelation("ADDRESSING.REACTION", 1)
            .says(
                    "Leg vast hoe de collega reageerde op het aanspreken.",
                    "Record how the colleague reacted to being addressed.")
            .source("Leidraad (002), stroomschema: 'Spreek de vermoedelijke pleger direct aan […] Geef feedback en bespreek wat er gebeurt.'")
            .moveOf(Mover.OPENER)
            .inEvery(CaseHistory::addressings, "reaction");

    // -- step 2 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement FACTS = careRelation("INTERNAL-REPORT.FACTS", 2)
            .says(
                    "Beschrijf in de interne melding feitelijk wat er is gebeurd.",
                    "Describe in the internal report factually what happened.")
            .source("Leidraad (002): 'dat informatie over het incident / de calamiteit zo objectief en feitelijk mogelijk vastgelegd wordt'")
            .inEvery(CaseHistory::internalReports, "facts");

    private static final Requirement CLIENT_INFORMED = careRelation("INTERNAL-REPORT.CLIENT-INFORMED", 2)
            .says(
                    "Zorg dat de cliënt weet dat er intern is gemeld.",
                    "See to it that the client knows of the internal report.")
            .source("Leidraad (002), stap 3: 'Het is belangrijk dat de cliënt weet dat er een interne melding wordt gedaan.'")
            .askedWhen(
                    h -> !h.internalReports().isEmpty(),
                    h -> !h.internalReports().isEmpty()
                            && h.internalReports().stream().noneMatch(r -> r.data().clientInformed()));

    private static final Requirement CONSENT = careRelation("INTERNAL-REPORT.CONSENT", 2)
            .says(
                    "Leg vast of de cliënt toestemming gaf voor de interne melding, en waarom als die er niet is.",
                    "Record whether the client consented to the internal report, and why if there is no consent.")
            .source("Leidraad (002), stap 3: 'informeren en overleggen over intern melden (toestemming vragen)'")
            .ofEvery(CaseHistory::internalReports, r -> true, CareRelationRequirements::consentIsAccountedFor);

    private static final Requirement ACCUSED = careRelation("INTERNAL-REPORT.ACCUSED", 2)
            .says(
                    "Koppel de beschuldigde aan een gebruiker, of leg vast dat er geen is: tot dan zien alleen meldteam en bestuur de casus.",
                    "Link the accused to a user, or record that there is none: until then only report team and board see the case.")
            .source("Leidraad (002), zorgvuldigheidseisen: 'Spreek ook af met wie deze informatie wordt gedeeld / wie toegang heeft tot de informatie'")
            .askedWhen(
                    h -> !h.internalReports().isEmpty(),
                    h -> CaseReach.accusedState(h) == CaseReach.AccusedState.UNLINKED);

    private static final Requirement CRIME_MOTIVATED = careRelation("CRIME-CHECK.MOTIVATION", 2)
            .says(
                    "Leg vast waarom er wel of geen strafbaar feit wordt vermoed.",
                    "Record why a criminal offence is suspected or not.")
            .source("Leidraad (002), zorgvuldigheidseisen: 'Beoordeel of er sprake is van mogelijk strafbaar gedrag'")
            .inEvery(CaseHistory::crimeChecks, "motivation");

    private static final Requirement OFFENCE = careRelation("CRIME-CHECK.OFFENCE", 2)
            .says(
                    "Leg vast om welk strafbaar feit het kan gaan.",
                    "Record which offence it may be.")
            .source("Leidraad (002), stap 5: '(vermoedens van) geweld, diefstal, financiële uitbuiting, bedreiging, seksueel misbruik'")
            .moveOf(Mover.POLICE_CONTACT)
            .ofEvery(
                    CaseHistory::crimeChecks,
                    c -> c.data().suspected() != Answer.NO,
                    c -> c.data().offence() != null);

    private static final Requirement TALK_PARTNERS = careRelation("SILENCE.TALK-PARTNERS", 2)
            .says(
                    "Leg bij een zwijgplicht vast met wie iemand wel mag praten.",
                    "With a duty of silence, record whom somebody may talk to.")
            .source("Leidraad (002), stap 2: 'kan worden afgesproken dat na een melding iemand een voorlopige zwijgplicht heeft'")
            .inEvery(CaseHistory::silences, "mayTalkTo");

    // -- step 3 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement CLIENT_REACTION = careRelation("CLIENT-CONVERSATION.REACTION", 3)
            .says(
                    "Leg vast wat met de cliënt is besproken, de reactie en de afspraken.",
                    "Record what was discussed with the client, the reaction and what was agreed.")
            .source("Leidraad (002), stap 3: 'Bespreken met en betrekken van de cliënt (en/of diens vertegenwoordiger)'")
            .ofEvery(
                    CaseHistory::conversations,
                    c -> true,
                    c -> has(c.event(), "topics") && has(c.event(), "reaction") && has(c.event(), "agreements"));

    private static final Requirement CLIENT_SUPPORT = careRelation("CLIENT-CONVERSATION.SUPPORT-PERSON", 3)
            .says("Bied de cliënt ondersteuning bij het gesprek aan.", "Offer the client support in the conversation.")
            .source("Leidraad (002), stap 3: 'naast eventuele ondersteuning voor de cliënt'")
            .ofEvery(
                    CaseHistory::conversations,
                    c -> c.data().with() == ConversationParty.CLIENT,
                    c -> Boolean.TRUE.equals(c.data().supportPersonOffered()));

    private static final Requirement CLIENT_QUESTIONS = careRelation("CLIENT-CONVERSATION.QUESTIONS", 3)
            .says(
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.")
            .source(LITERAL_WORDS)
            .ofEvery(
                    CaseHistory::conversations,
                    c -> surelyHas(c.event(), "literalWords"),
                    c -> has(c.event(), "questionsAsked"));

    private static final Requirement CLIENT_WAIVED = careRelation("CLIENT-CONVERSATION.WAIVER-REASON", 3)
            .says(
                    "Leg vast waarom u afzag van het gesprek met de cliënt.",
                    "Record why you waived the conversation with the client.")
            .source("Leidraad (002), stap 3: 'eerst af te stemmen met de politie wie het gesprek voert en op welk moment'")
            .ofEvery(
                    CaseHistory::waivers,
                    w -> w.data().waives() == Waivable.CONVERSATION,
                    w -> has(w.event(), "motivation"));

    // -- step 4 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement ACCOUNT = careRelation("HEARING.ACCOUNT", 4)
            .says(
                    "Leg vast wat de (vermoedelijke) pleger vertelde.",
                    "Record what the (suspected) perpetrator told.")
            .source("Leidraad (002), stap 4: 'te horen hoe de medewerker/vrijwilliger/maatje dit heeft ervaren (hoor en wederhoor)'")
            .moveOf(Mover.INVESTIGATOR)
            .inEvery(CaseHistory::hearings, "account");

    private static final Requirement INTERVIEWERS = careRelation("HEARING.TWO-INTERVIEWERS", 4)
            .says(
                    "Het gesprek met de (vermoedelijke) pleger hoort met twee personen te worden gevoerd.",
                    "The hearing of the (suspected) perpetrator should be held by two people.")
            .source("Leidraad (002), stap 4: 'Belangrijk is dat het gesprek met twee personen wordt gevoerd'")
            .moveOf(Mover.INVESTIGATOR)
            .ofEvery(
                    CaseHistory::hearings,
                    x -> x.data().interviewerCount() != null,
                    x -> x.data().interviewerCount() >= 2);

    private static final Requirement HEARING_SUPPORT = careRelation("HEARING.SUPPORT-PERSON", 4)
            .says(
                    "Wijs de (vermoedelijke) pleger op een vertrouwenspersoon.",
                    "Point out a support person to the (suspected) perpetrator.")
            .source("Leidraad (002), stap 4: 'De (vermoedelijke) pleger moet daarop geattendeerd worden.'")
            .moveOf(Mover.INVESTIGATOR)
            .ofEvery(CaseHistory::hearings, x -> true, x -> x.data().supportPersonOffered());

    private static final Requirement HEARING_QUESTIONS = careRelation("HEARING.QUESTIONS", 4)
            .says(
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.")
            .source(LITERAL_WORDS)
            .moveOf(Mover.INVESTIGATOR)
            .ofEvery(
                    CaseHistory::hearings,
                    x -> surelyHas(x.event(), "literalWords"),
                    x -> has(x.event(), "questionsAsked"));

    private static final Requirement HEARING_WAIVED = careRelation("HEARING.WAIVER-REASON", 4)
            .says(
                    "Leg vast waarom de (vermoedelijke) pleger niet is gehoord.",
                    "Record why the (suspected) perpetrator was not heard.")
            .source("Leidraad (002), zorgvuldigheidseisen: 'Pas hoor en wederhoor toe'")
            .inEvery(CaseHistory::hearingWaivers, "motivation");

    private static final Requirement RESULT = careRelation("INVESTIGATION.RESULT", 4)
            .says(
                    "Leg vast wat het onderzoek opleverde: bevindingen en de oorzaak achter de oorzaak.",
                    "Record what the investigation found: findings and the cause behind the cause.")
            .source("Leidraad (002), stap 4: 'analyse van oorzaken, zoeken naar de ‘oorzaak achter de oorzaak’'")
            .moveOf(Mover.INVESTIGATOR)
            .askedWhen(
                    h -> !h.investigations().isEmpty() || !h.investigationResults().isEmpty(),
                    h -> !h.investigations().isEmpty() && h.investigationResults().isEmpty());

    private static final Requirement CLIENT_INVOLVED = careRelation("INVESTIGATION.CLIENT-INVOLVED", 4)
            .says(
                    "Leg vast hoe de cliënt of diens vertegenwoordiger bij het onderzoek is betrokken.",
                    "Record how the client or the representative was involved in the investigation.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.7 lid 3; Leidraad (002), stap 5: 'het betrekken van de cliënt of diens vertegenwoordiger of nabestaanden bij het onderzoek'")
            .moveOf(Mover.INVESTIGATOR)
            .inEvery(CaseHistory::investigationResults, "clientInvolvement");

    private static final Requirement VETTING = careRelation("INVESTIGATION.VETTING", 4)
            .says(
                    "Leg vast of de vergewisplicht is nagekomen: VOG, BIG-register, referenties.",
                    "Record whether the duty to vet was fulfilled: certificate of conduct, BIG register, references.")
            .source("Leidraad (002), stap 5: 'In het kader van de vergewisplicht kan een zorgaanbieder navraag doen bij de IGJ'")
            .moveOf(Mover.HR)
            .askedWhen(
                    h -> aboutOwnPeople(h) && !h.investigationResults().isEmpty(),
                    h -> aboutOwnPeople(h)
                            && h.investigationResults().stream().anyMatch(r -> !has(r.event(), "vetting")));

    private static final Requirement JUDGEMENT = careRelation("JUDGEMENT.REASONING", 4)
            .says(
                    "Leg vast waarop het oordeel berust: aard, ernst en kans op herhaling.",
                    "Record on what the judgement rests: nature, severity and risk of recurrence.")
            .source("Leidraad (002), stap 4: 'beoordeling van de aard, ernst, risico op herhaling van het grensoverschrijdend gedrag'")
            .inEvery(CaseHistory::judgements, "reasoning");

    // -- step 5 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement MEASURE = careRelation("SAFETY-MEASURE.DESCRIBED", 5)
            .says(
                    "Leg vast wat is gedaan om het te stoppen, of waarom niets nodig is.",
                    "Record what was done to stop it, or why nothing is needed.")
            .source("Leidraad (002), stap 5: 'Zorg ervoor dat passende acties worden ondernomen om het grensoverschrijdend gedrag of de mishandeling te stoppen.'")
            .inEvery(CaseHistory::safetyMeasures, "description");

    private static final Requirement POLICE_ADVICE = careRelation("POLICE.ADVICE", 5)
            .says(
                    "Leg vast met wie bij de politie is gesproken en wat het advies was.",
                    "Record whom of the police was spoken to and what the advice was.")
            .source("Leidraad (002), stap 5: 'Tijdig overleg met de politie is dus cruciaal, ook voor advies'")
            .moveOf(Mover.POLICE_CONTACT)
            .ofEvery(
                    CaseHistory::policeContacts, p -> true, p -> has(p.event(), "officer") && has(p.event(), "advice"));

    private static final Requirement POLICE_CLEARANCE = careRelation("POLICE.CLEARANCE", 5)
            .says(
                    "Leg vast wat de politie vrijgeeft: het gesprek met de cliënt, het horen, het onderzoek.",
                    "Record what the police clear: the conversation with the client, the hearing, the investigation.")
            .source("Leidraad (002), stap 3: 'eerst af te stemmen met de politie wie het gesprek voert en op welk moment'")
            .moveOf(Mover.POLICE_CONTACT)
            .askedWhen(
                    h -> h.crimeSuspicionOpen() && !h.policeContacts().isEmpty(),
                    h -> h.crimeSuspicionOpen()
                            && !h.policeContacts().isEmpty()
                            && h.policeContacts().stream().noneMatch(p -> clearsSomething(p.data())));

    private static final Requirement SANCTION = careRelation("SANCTION.MOTIVATION", 5)
            .says(
                    "Leg in het personeelsdossier vast waarom deze maatregel is genomen.",
                    "Record in the personnel file why this measure was taken.")
            .source("Leidraad (002), stap 4: 'en dit wordt vastgelegd in het (personeels)dossier'")
            .moveOf(Mover.HR)
            .inEvery(CaseHistory::sanctions, "motivation");

    private static final Requirement DISMISSED_INFORMED = careRelation("DISMISSAL.PERSON-INFORMED", 5)
            .says(
                    "Vertel de zorgverlener dat het ontslag bij de inspectie wordt gemeld en dat zij een gesprek kan vragen.",
                    "Tell the care provider that the dismissal is reported to the inspectorate and that it may ask for a talk.")
            .source("Leidraad (002), stap 5: 'is het zorgvuldig als de zorgaanbieder de betreffende zorgverlener informeert over de melding aan de Inspectie'")
            .moveOf(Mover.HR)
            .ofEvery(CaseHistory::dismissals, d -> true, d -> d.data().personInformed());

    private static final Requirement CONFIRMATION = careRelation("IGJ-REPORT.CONFIRMATION", 5)
            .says(
                    "Bewaar de verzendbevestiging: die is later niet meer te krijgen.",
                    "Keep the confirmation of sending: it is not to be had later.")
            .source("IGJ, meldformulier sinds 4-10-2023: verzendbevestiging zelf downloaden")
            .moveOf(Mover.BOARD)
            .ofEvery(CaseHistory::igjReports, r -> true, r -> Boolean.TRUE.equals(r.data().confirmed()));

    private static final Requirement EVENT_ON = careRelation("IGJ-REPORT.EVENT-ON", 5)
            .says("Noem de datum van de gebeurtenis.", "Name the date of the event.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: feitelijke omschrijving en datum")
            .moveOf(Mover.BOARD)
            .ofEvery(
                    CaseHistory::igjReports,
                    r -> r.data().category() != IGJCategory.DISMISSAL,
                    r -> r.data().eventOn() != null);

    private static final Requirement ESTABLISHMENT = careRelation("IGJ-REPORT.ESTABLISHMENT", 5)
            .says("Noem het vestigingsnummer.", "Name the establishment number.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.1 lid 2: unieke nummers")
            .moveOf(Mover.BOARD)
            .ofEvery(CaseHistory::igjReports, r -> true, r -> r.data().establishmentNumber() != null);

    private static final Requirement BIG = careRelation("IGJ-REPORT.BIG", 5)
            .says(
                    "Noem of het om een BIG-geregistreerde zorgverlener gaat.",
                    "Say whether it concerns a care professional in the BIG register.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.1 lid 2: zorgverlener geregistreerd volgens art. 3 Wet BIG")
            .moveOf(Mover.BOARD)
            .ofEvery(CaseHistory::igjReports, r -> true, r -> r.data().bigRegistered() != null);

    private static final Requirement ACTIONS = careRelation("IGJ-REPORT.ACTIONS", 5)
            .says(
                    "Noem wat is gedaan of gepland: onderzoek, gevolgen beperken, cliënt informeren.",
                    "Name what was done or planned: investigation, limiting the consequences, informing the client.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: genomen en te nemen acties met termijn")
            .moveOf(Mover.BOARD)
            .ofEvery(CaseHistory::igjReports, r -> true, r -> has(r.event(), "actions"));

    private static final Requirement PROSECUTOR = careRelation("IGJ-REPORT.PROSECUTOR", 5)
            .says(
                    "Noem of het openbaar ministerie is of wordt ingeschakeld.",
                    "Say whether the public prosecutor was or will be involved.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: openbaar ministerie")
            .moveOf(Mover.BOARD)
            .ofEvery(
                    CaseHistory::igjReports,
                    r -> r.data().category() != IGJCategory.DISMISSAL,
                    r -> r.data().prosecutor() != null);

    private static final Requirement IGJ_ANSWER = careRelation("IGJ-RESPONSE.CONTENT", 5)
            .says("Leg vast wat de inspectie antwoordde.", "Record what the inspectorate answered.")
            .source("Leidraad (002), stap 5: 'Als dat zo is, wordt in de ontvangstbevestiging een termijn genoemd voor de rapportage.'")
            .moveOf(Mover.BOARD)
            .inEvery(CaseHistory::igjResponses, "content");

    private static final Requirement SUPPLEMENT = careRelation("IGJ-SUPPLEMENT.CONTENT", 5)
            .says("Leg vast wat als aanvulling is gestuurd.", "Record what was sent as a supplement.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.5 lid 3: aanvullen binnen twee weken")
            .moveOf(Mover.BOARD)
            .inEvery(CaseHistory::igjSupplements, "content");

    private static final Requirement EXTENSION = careRelation("IGJ-EXTENSION.ANSWERED", 5)
            .says(
                    "Uitstel is gevraagd: leg vast wat de inspectie daarop zei. Tot dan geldt de oude datum.",
                    "More time was asked for: record what the inspectorate said. Until then the old date holds.")
            .source("Uitvoeringsbesluit Wkkgz art. 8.7 lid 2: verlenging op verzoek")
            .moveOf(Mover.INSPECTORATE)
            .askedWhen(
                    h -> !h.igjExtensionRequests().isEmpty(),
                    h -> h.igjExtensionRequests().stream()
                            .anyMatch(asked -> h.igjResponses().stream()
                                    .noneMatch(r -> r.data().kind() != IGJResponseKind.RECEIPT
                                            && !r.happened().isBefore(asked.happened()))));

    private static final Requirement IGJ_REPORT_RESTS = careRelation("IGJ-INVESTIGATION.RESULT", 5)
            .says(
                    "Leg de uitkomst van het eigen onderzoek vast waarop het verslag aan de inspectie berust.",
                    "Record the result of the own investigation on which the report to the inspectorate rests.")
            .source("Leidraad (002), stap 5: 'De Inspectie vraagt de zorgaanbieder om zelf onderzoek te doen'")
            .moveOf(Mover.INVESTIGATOR)
            .askedWhen(
                    h -> !h.igjInvestigationReports().isEmpty(),
                    h -> !h.igjInvestigationReports().isEmpty() && h.investigationResults().isEmpty());

    // -- step 6 --------------------------------------------------------------------------------------------------------------------

    private static final Requirement AFTERCARE = careRelation("AFTERCARE.DESCRIBED", 6)
            .says(
                    "Leg vast welke opvang of nazorg er is en door wie, of waarom die niet nodig is.",
                    "Record which support or aftercare there is and by whom, or why none is needed.")
            .source("Leidraad (002), stap 6: 'Spreek af wie wat doet'")
            .ofEvery(
                    CaseHistory::aftercare, a -> true, a -> has(a.event(), "description") && has(a.event(), "by"));

    private static final Requirement MESSAGE = careRelation("ANNOUNCEMENT.MESSAGE", 6)
            .says("Leg vast wat aan wie is verteld.", "Record what was told to whom.")
            .source("Leidraad (002), stap 6: 'Zorg ervoor dat zorgvuldig wordt gecommuniceerd over de situatie'")
            .inEvery(CaseHistory::announcements, "message");

    private static final Requirement LEARNT = careRelation("IMPROVEMENT.PLANNED", 6)
            .says(
                    "Leg vast welke verbetering volgt, zodat het niet weer gebeurt.",
                    "Record which improvement follows, so that it does not happen again.")
            .source("Leidraad (002), stap 4: 'vertaalslag naar structurele verbetermaatregelen'")
            .askedWhen(
                    h -> somethingHappened(h) || !h.improvements().isEmpty(),
                    h -> somethingHappened(h) && h.improvements().isEmpty());

    static final List<Requirement> ALL = List.of(
            ADDRESSED,
            FACTS,
            CLIENT_INFORMED,
            CONSENT,
            ACCUSED,
            CRIME_MOTIVATED,
            OFFENCE,
            TALK_PARTNERS,
            CLIENT_REACTION,
            CLIENT_SUPPORT,
            CLIENT_QUESTIONS,
            CLIENT_WAIVED,
            ACCOUNT,
            INTERVIEWERS,
            HEARING_SUPPORT,
            HEARING_QUESTIONS,
            HEARING_WAIVED,
            RESULT,
            CLIENT_INVOLVED,
            VETTING,
            JUDGEMENT,
            MEASURE,
            POLICE_ADVICE,
            POLICE_CLEARANCE,
            SANCTION,
            DISMISSED_INFORMED,
            CONFIRMATION,
            EVENT_ON,
            ESTABLISHMENT,
            BIG,
            ACTIONS,
            PROSECUTOR,
            IGJ_ANSWER,
            SUPPLEMENT,
            EXTENSION,
            IGJ_REPORT_RESTS,
            AFTERCARE,
            MESSAGE,
            LEARNT);

    private CareRelationRequirements() {}

    private static boolean consentIsAccountedFor(Entry<InternalReportMade> report) {
        return switch (report.data().clientConsent()) {
            case null -> false;
            case GIVEN -> true;
            case REFUSED, NOT_ASKED -> has(report.event(), "consentMotivation");
        };
    }

    private static boolean aboutOwnPeople(CaseHistory history) {
        return history.internalReports().stream()
                .anyMatch(r -> r.data().accusedKind() == AccusedKind.STAFF
                        || r.data().accusedKind() == AccusedKind.VOLUNTEER);
    }

    private static boolean clearsSomething(PoliceContacted contact) {
        return contact.clearsClientConversation() || contact.clearsHearing() || contact.clearsInvestigation();
    }

    private static boolean somethingHappened(CaseHistory history) {
        return history.judgements().stream().anyMatch(j -> j.data().qualification() != Qualification.UNFOUNDED);
    }
}
