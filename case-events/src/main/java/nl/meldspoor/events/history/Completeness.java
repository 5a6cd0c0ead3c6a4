package nl.meldspoor.events.history;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.ConsultedParty;
import nl.meldspoor.events.ConversationParty;
import nl.meldspoor.events.Direction;
import nl.meldspoor.events.IGJCategory;
import nl.meldspoor.events.InternalReportMade;
import nl.meldspoor.events.Perception;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.SignalRecorded;
import nl.meldspoor.events.SignalSource;

/** What the sources want recorded at least, per step ("Rapporteer in elk geval"), as far as the shape of entries does not ask for it. */
public final class Completeness {

    private static final Set<ConsultedParty> INTERNAL = Set.of(
            ConsultedParty.COLLEAGUE,
            ConsultedParty.SUPERVISOR,
            ConsultedParty.ATTENTION_OFFICER,
            ConsultedParty.REPORT_TEAM);

    private static final List<Requirement> REQUIREMENTS = List.of(
            both(
                    "SIGNALS.RECORDED",
                    1,
                    "Leg vast wat u heeft gezien, gehoord, geroken of waargenomen.",
                    "Record what you saw, heard, smelled or noticed.",
                    "Meldcode (004), stap 1: 'Leg vast wat u heeft gezien, gehoord, geroken of waargenomen.'",
                    h -> h.signals().isEmpty() && h.internalReports().isEmpty()),
            meldcode(
                    "SIGNALS.CONTRADICTING",
                    1,
                    "Leg ook vast wat het vermoeden tegenspreekt.",
                    "Record what contradicts the suspicion too.",
                    "Meldcode (004), stap 1: 'maar ook om signalen die uw vermoedens ontkrachten'",
                    h -> !h.signals().isEmpty()
                            && h.signals().stream().noneMatch(s -> s.data().direction() == Direction.CONTRADICTS)),
            both(
                    "SIGNALS.FACTUAL",
                    1,
                    "Er zijn alleen vermoedens vastgelegd: leg ook feiten vast.",
                    "Only suspicions are on record: record facts too.",
                    "Meldcode (004), stap 1: 'Beschrijf de signalen zo feitelijk mogelijk.'",
                    h -> !h.signals().isEmpty()
                            && h.signals().stream().allMatch(s -> s.data().perception() == Perception.THOUGHT)),
            both(
                    "SIGNALS.SOURCE",
                    1,
                    "Er is u iets verteld: beschrijf van wie het komt.",
                    "Something was told to you: describe from whom it comes.",
                    "Meldcode (004), stap 1: 'Als u informatie afkomstig van derden vastlegt, beschrijf dan altijd de bron.'",
                    h -> h.signals().stream()
                            .anyMatch(s -> fromSomebodyElse(s.data()) && lacks(s.event(), "sourceDetails"))),
            meldcode(
                    "CONSULTATION.INTERNAL",
                    2,
                    "Leg vast met wie u intern heeft overlegd.",
                    "Record whom you consulted inside the organisation.",
                    "Meldcode (004), stap 2: 'Met wie u intern heeft overlegd (naam en functie)'",
                    h -> !h.consultations().isEmpty()
                            && h.consultations().stream().noneMatch(c -> INTERNAL.contains(c.data().with()))),
            meldcode(
                    "CONSULTATION.ADVICE-DISCUSSED",
                    2,
                    "Leg vast of u het advies van Veilig Thuis met de cliënt besprak.",
                    "Record whether you discussed the advice of Veilig Thuis with the client.",
                    "Ontspoorde mantelzorg (000), stap 5: 'Bespreek dit advies met uw cliënt en leg dit vast in het dossier van uw cliënt.'",
                    h -> h.consultations().stream()
                            .anyMatch(c -> c.data().with() == ConsultedParty.VEILIG_THUIS
                                    && c.data().adviceDiscussedWithClient() == null)),
            meldcode(
                    "ASSESSMENT.CLIENT",
                    4,
                    "Bespreek de weging met de cliënt en leg de reactie vast.",
                    "Discuss the weighing with the client and record the reaction.",
                    "Meldcode (004), stap 4: 'Wat u dit heeft besproken met de cliënt'",
                    h -> h.latestAssessment().filter(a -> !a.data().discussedWithClient()).isPresent()),
            meldcode(
                    "ASSESSMENT.RISK",
                    4,
                    "Leg vast hoe u risico, aard en ernst, en de kans op schade inschat.",
                    "Record how you estimate risk, nature and severity, and the likelihood of harm.",
                    "Meldcode (004), stap 4: 'De aard en de ernst van de mishandeling of het huiselijk geweld'",
                    h -> h.latestAssessment()
                            .filter(a -> lacks(a.event(), "risk")
                                    || lacks(a.event(), "severity")
                                    || lacks(a.event(), "harmLikelihood"))
                            .isPresent()),
            meldcode(
                    "MELDING.RECEIVED-BY",
                    5,
                    "Leg vast wie bij Veilig Thuis de melding ontving.",
                    "Record who at Veilig Thuis received the melding.",
                    "Meldcode (004), stap 5: 'Rapporteer naam en functie van de medewerker van Veilig Thuis'",
                    h -> h.meldingen().stream()
                            .anyMatch(m -> lacks(m.event(), "receivedBy")
                                    && h.acknowledgements().stream()
                                            .noneMatch(a -> a.data().meldingId().equals(m.data().meldingId())))),
            meldcode(
                    "MELDING.CLIENT",
                    5,
                    "Leg vast waarom de melding niet met de cliënt is besproken.",
                    "Record why the melding was not discussed with the client.",
                    "Meldcode (004), stap 5: 'rapporteer dan ook waarom dit zo is besloten'",
                    h -> h.meldingen().stream().anyMatch(m -> m.event().deviatedFrom().contains("MEL-1"))),
            careRelation(
                    "INTERNAL-REPORT.CLIENT-INFORMED",
                    2,
                    "Zorg dat de cliënt weet dat er intern is gemeld.",
                    "See to it that the client knows of the internal report.",
                    "Leidraad (002), stap 3: 'Het is belangrijk dat de cliënt weet dat er een interne melding wordt gedaan.'",
                    h -> !h.internalReports().isEmpty()
                            && h.internalReports().stream().noneMatch(r -> r.data().clientInformed())),
            careRelation(
                    "INTERNAL-REPORT.CONSENT",
                    2,
                    "Leg vast of de cliënt toestemming gaf voor de interne melding, en waarom als die er niet is.",
                    "Record whether the client consented to the internal report, and why if there is no consent.",
                    "Leidraad (002), stap 3: 'informeren en overleggen over intern melden (toestemming vragen)'",
                    h -> h.internalReports().stream().anyMatch(Completeness::consentUnaccounted)),
            careRelation(
                    "CLIENT-CONVERSATION.SUPPORT-PERSON",
                    3,
                    "Bied de cliënt ondersteuning bij het gesprek aan.",
                    "Offer the client support in the conversation.",
                    "Leidraad (002), stap 3: 'naast eventuele ondersteuning voor de cliënt'",
                    h -> h.conversations().stream()
                            .anyMatch(c -> c.data().with() == ConversationParty.CLIENT
                                    && !Boolean.TRUE.equals(c.data().supportPersonOffered()))),
            careRelation(
                    "CLIENT-CONVERSATION.QUESTIONS",
                    3,
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.",
                    "Leidraad (002), stap 2, zorgvuldige verslaglegging: 'letterlijke bewoordingen wat cliënt heeft gezegd en vragen die medewerker zelf heeft gesteld'",
                    h -> h.conversations().stream().anyMatch(c -> wordsWithoutQuestions(c.event()))),
            careRelation(
                    "HEARING.TWO-INTERVIEWERS",
                    4,
                    "Het gesprek met de (vermoedelijke) pleger hoort met twee personen te worden gevoerd.",
                    "The hearing of the (suspected) perpetrator should be held by two people.",
                    "Leidraad (002), stap 4: 'Belangrijk is dat het gesprek met twee personen wordt gevoerd'",
                    h -> h.hearings().stream()
                            .anyMatch(x -> x.data().interviewerCount() != null && x.data().interviewerCount() < 2)),
            careRelation(
                    "HEARING.SUPPORT-PERSON",
                    4,
                    "Wijs de (vermoedelijke) pleger op een vertrouwenspersoon.",
                    "Point out a support person to the (suspected) perpetrator.",
                    "Leidraad (002), stap 4: 'De (vermoedelijke) pleger moet daarop geattendeerd worden.'",
                    h -> h.hearings().stream().anyMatch(x -> !x.data().supportPersonOffered())),
            careRelation(
                    "HEARING.QUESTIONS",
                    4,
                    "Leg bij letterlijke woorden ook de vragen vast die u stelde.",
                    "With literal words record the questions you asked too.",
                    "Leidraad (002), stap 2, zorgvuldige verslaglegging: 'letterlijke bewoordingen wat cliënt heeft gezegd en vragen die medewerker zelf heeft gesteld'",
                    h -> h.hearings().stream().anyMatch(x -> wordsWithoutQuestions(x.event()))),
            careRelation(
                    "IGJ-REPORT.CONFIRMATION",
                    5,
                    "Bewaar de verzendbevestiging: die is later niet meer te krijgen.",
                    "Keep the confirmation of sending: it is not to be had later.",
                    "IGJ, meldformulier sinds 4-10-2023: verzendbevestiging zelf downloaden",
                    h -> h.igjReports().stream().anyMatch(r -> !Boolean.TRUE.equals(r.data().confirmed()))),
            careRelation(
                    "IGJ-REPORT.EVENT-ON",
                    5,
                    "Noem de datum van de gebeurtenis.",
                    "Name the date of the event.",
                    "Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: feitelijke omschrijving en datum",
                    h -> h.igjReports().stream()
                            .anyMatch(r -> r.data().category() != IGJCategory.DISMISSAL && r.data().eventOn() == null)),
            careRelation(
                    "IGJ-REPORT.ESTABLISHMENT",
                    5,
                    "Noem het vestigingsnummer.",
                    "Name the establishment number.",
                    "Uitvoeringsbesluit Wkkgz art. 8.1 lid 2: unieke nummers",
                    h -> h.igjReports().stream().anyMatch(r -> r.data().establishmentNumber() == null)),
            careRelation(
                    "IGJ-REPORT.BIG",
                    5,
                    "Noem of het om een BIG-geregistreerde zorgverlener gaat.",
                    "Say whether it concerns a care professional in the BIG register.",
                    "Uitvoeringsbesluit Wkkgz art. 8.1 lid 2: zorgverlener geregistreerd volgens art. 3 Wet BIG",
                    h -> h.igjReports().stream().anyMatch(r -> r.data().bigRegistered() == null)),
            careRelation(
                    "IGJ-REPORT.ACTIONS",
                    5,
                    "Noem wat is gedaan of gepland: onderzoek, gevolgen beperken, cliënt informeren.",
                    "Name what was done or planned: investigation, limiting the consequences, informing the client.",
                    "Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: genomen en te nemen acties met termijn",
                    h -> h.igjReports().stream().anyMatch(r -> lacks(r.event(), "actions"))),
            careRelation(
                    "IGJ-REPORT.PROSECUTOR",
                    5,
                    "Noem of het openbaar ministerie is of wordt ingeschakeld.",
                    "Say whether the public prosecutor was or will be involved.",
                    "Uitvoeringsbesluit Wkkgz art. 8.2 en 8.3: openbaar ministerie",
                    h -> h.igjReports().stream()
                            .anyMatch(r -> r.data().category() != IGJCategory.DISMISSAL
                                    && r.data().prosecutor() == null)));

    private Completeness() {}

    /** All of them, for who wants to show text and source. */
    public static List<Requirement> requirements() {
        return REQUIREMENTS;
    }

    /** Ids of what is missing in a step. */
    public static List<String> missing(CaseHistory history, int step) {
        return REQUIREMENTS.stream()
                .filter(r -> r.step() == step && r.isMissing(history))
                .map(Requirement::id)
                .toList();
    }

    private static boolean fromSomebodyElse(SignalRecorded signal) {
        boolean toldByWhom = signal.source() == SignalSource.OWN
                && signal.perception() == Perception.TOLD
                && !signal.disclosure();
        return toldByWhom || (signal.source() != SignalSource.OWN && signal.source() != SignalSource.CLIENT);
    }

    private static boolean consentUnaccounted(Entry<InternalReportMade> report) {
        return switch (report.data().clientConsent()) {
            case null -> true;
            case GIVEN -> false;
            case REFUSED, NOT_ASKED -> lacks(report.event(), "consentMotivation");
        };
    }

    private static boolean wordsWithoutQuestions(RecordedEvent event) {
        return event.sealedMembers().contains("literalWords") && lacks(event, "questionsAsked");
    }

    /** Every entry has some sealed member: none at all means that presence is not known here, as on Kafka. */
    private static boolean lacks(RecordedEvent event, String sealedMember) {
        return !event.sealedMembers().isEmpty() && !event.sealedMembers().contains(sealedMember);
    }

    private static Requirement both(
            String id, int step, String nl, String en, String source, Predicate<CaseHistory> missing) {
        return new Requirement(id, null, step, new Bilingual(nl, en), source, missing);
    }

    private static Requirement meldcode(
            String id, int step, String nl, String en, String source, Predicate<CaseHistory> missing) {
        return new Requirement(id, Route.MELDCODE, step, new Bilingual(nl, en), source, missing);
    }

    private static Requirement careRelation(
            String id, int step, String nl, String en, String source, Predicate<CaseHistory> missing) {
        return new Requirement(id, Route.CARE_RELATION, step, new Bilingual(nl, en), source, missing);
    }
}
