package nl.meldspoor.cases.history.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.*;

/** Two made-up cases, one per route, with a word of their own at every place that an extract must keep apart. */
final class Stories {

    static final UUID MELDING = UUID.fromString("01980000-0000-7000-8000-00000000beef");

    private Stories() {}

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    static CaseStory careRelation() {
        return onlyReported()
                .tell("report-team", "2026-03-02T09:30:00Z", new SafetyMeasureTaken(
                        at("2026-03-02T09:15:00Z"), SafetyMeasureKind.OFF_DUTY, "Vrijgesteld-van-werk tot de uitkomst."))
                .tell("report-team", "2026-03-05T10:00:00Z", new ConversationHeld(
                        at("2026-03-05T09:00:00Z"), ConversationParty.REPRESENTATIVE, "Mentor en Mia Meldteamsma",
                        "Wat er gebeurde", null, null, "De mentor is geschokt.", "Wekelijks bellen.", YesNoPartly.NO, true),
                        "Gesprek bij de cliënt thuis.", null, List.of())
                .tell("report-team", "2026-03-20T10:00:00Z", new AccusedHeard(
                        at("2026-03-06T10:00:00Z"), List.of(new Person("Mia Meldteamsma", "lid meldteam"), new Person("Bas Bestuursma", "bestuurder")),
                        false, "Verklaring-van-de-medewerker: het was een gewoonte.", "Iedereen deed het.", "Waarom een doek?",
                        "Verslag getekend.", 2), null, "Geen vertrouwenspersoon beschikbaar.", List.of("HEA-1"))
                .tell("board", "2026-03-10T16:00:00Z", judgement());
    }

    /** Up to and including the internal report. */
    static CaseStory onlyReported() {
        return new CaseStory()
                .tell("report-team", "2026-03-02T08:00:00Z", new CaseOpened(
                        Route.CARE_RELATION, new ClientIdentity("ECD-1104", "Clara Cliëntsma", LocalDate.parse("1941-02-03")),
                        ClientRole.CARE_RECEIVER, null, null, "Team Oost", Sector.VVT, LegalFramework.WLZ, null,
                        List.of("uitgesloten-gebruiker"), List.of("ref-uitgesloten"), null, null))
                .tell("report-team", "2026-03-02T08:10:00Z", new SignalRecorded(
                        at("2026-03-01T07:00:00Z"), Perception.SEEN, Direction.CONFIRMS, List.of(Form.PHYSICAL), About.STAFF,
                        "Er lag een natte doek over het hoofd; Medewerker Doeksma stond ernaast.", "Ik kreeg geen lucht.",
                        "Wat is er gebeurd?", SignalSource.COLLEAGUE, "Bronvermelding-geheim", false, null, null, null))
                .tell("report-team", "2026-03-02T08:12:00Z", new SignalRecorded(
                        at("2026-03-01T09:00:00Z"), Perception.THOUGHT, Direction.CONFIRMS, List.of(), About.STAFF,
                        "Achtergehouden-signaal", null, null, SignalSource.OWN, null, false, null, null, true))
                .tell("report-team", "2026-03-02T09:00:00Z", new InternalReportMade(
                        at("2026-03-02T08:30:00Z"), at("2026-03-01T07:00:00Z"), ReporterKind.STAFF, false, "Rita Reportsma",
                        new Person("Mia Meldteamsma", "lid meldteam"), "mia-gebruiker", AccusedKind.STAFF,
                        new Person("Medewerker Doeksma", "verpleegkundige"), "doeksma-gebruiker", true, Consent.GIVEN, null, false, true,
                        "Natte doek over het hoofd om spugen te voorkomen, volgens Rita Reportsma. Schade: paniek, blauwe plek op de "
                                + "jukbeen. Medewerker Doeksma was aanwezig.",
                        "ref-mia", "ref-doeksma", List.of(new TermFact("IGJ-DETERMINE", LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-04-12"), LocalDate.parse("2026-04-12"), LocalDate.parse("2026-04-10"), "2026-1"))));
    }

    static CaseStory betweenClients() {
        return new CaseStory()
                .tell("report-team", "2026-03-02T08:00:00Z", new CaseOpened(
                        Route.CARE_RELATION, new ClientIdentity("ECD-7", null, null), ClientRole.CARE_RECEIVER, null, null, "Team Oost",
                        Sector.VVT, LegalFramework.WLZ, null, null, null, null, null))
                .tell("report-team", "2026-03-02T09:00:00Z", new InternalReportMade(
                        at("2026-03-02T08:30:00Z"), at("2026-03-01T07:00:00Z"), ReporterKind.STAFF, true, null,
                        new Person("Mia Meldteamsma", "lid meldteam"), null, AccusedKind.CLIENT, new Person("Medecliënt Duwsma", "bewoner"),
                        null, true, null, null, false, false, "Geduwd in de gang.", null, null, List.of()));
    }

    private static JudgementMade judgement() {
        return new JudgementMade(
                at("2026-03-10T15:00:00Z"), Qualification.VIOLENCE_IN_CARE_RELATION, Level.HIGH, Level.MEDIUM, false, false, null, null,
                "Oordeel-motivering: dwang zonder grondslag.", true,
                new Receipt("JUDGEMENT-REPORTABLE", 1, java.util.Map.of(), "true",
                        new Bilingual("Geweld in de zorgrelatie wordt gemeld.", "Violence is reported."), "Wkkgz art. 11 lid 1"),
                List.of(new TermFact("IGJ-REPORT", LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-13"),
                        LocalDate.parse("2026-03-13"), LocalDate.parse("2026-03-13"), nl.meldspoor.terms.DutchCalendar.current().version())));
    }

    static CaseStory reportedToIgj() {
        return careRelation().tell("board", "2026-03-12T10:00:00Z", new IGJReportFiled(
                at("2026-03-12T09:00:00Z"), IGJCategory.VIOLENCE, IGJAuthority.IGJ, "IGJ-kenmerk-77", new Person("Bas Bestuursma", "bestuurder"),
                LocalDate.parse("2026-03-01"), "000012345678", true,
                List.of(new IGJAction("onderzoek", "Onderzoek met externe voorzitter", LocalDate.parse("2026-04-30"))), true,
                "Inhoud-van-de-IGJ-melding.", new Confirmation("bevestiging.pdf", "ab".repeat(32)), true));
    }

    static CaseStory meldcode() {
        return new CaseStory()
                .tell("professional", "2026-03-02T08:00:00Z", new CaseOpened(
                        Route.MELDCODE, new ClientIdentity("ECD-1001", "Arend Voorbeeldsma", LocalDate.parse("1944-05-12")),
                        ClientRole.CARE_RECEIVER, Framework.VENVN, "verpleegkundige", "Team Oost", Sector.HOME_CARE, LegalFramework.ZVW,
                        "noord", null, null, null, null))
                .tell("professional", "2026-03-02T08:10:00Z", new SignalRecorded(
                        at("2026-03-02T07:40:00Z"), Perception.SEEN, Direction.CONFIRMS, List.of(Form.PHYSICAL, Form.RIGHTS_VIOLATION),
                        About.CARE_RECEIVER, "Rode striemen om beide polsen; een katoenen band hing nog aan het bedhek.",
                        "Ze maakt me vast als ze boodschappen doet.", "Hoe komt u aan die plekken?", SignalSource.OWN, null, false, null,
                        List.of(SpecialForm.STALKING), null))
                .tell("professional", "2026-03-02T08:12:00Z", new SignalRecorded(
                        at("2026-03-02T07:45:00Z"), Perception.HEARD, Direction.CONFIRMS, List.of(), About.INFORMAL_CAREGIVER,
                        "Achtergehouden-signaal van de buurvrouw", null, null, SignalSource.NEIGHBOUR, "Bronvermelding-geheim", false, null,
                        null, true))
                .tell("professional", "2026-03-03T13:00:00Z", new ConsultationHeld(
                        at("2026-03-03T12:00:00Z"), ConsultedParty.VEILIG_THUIS, "Femke Adviessma", "medewerker advies", true, null, null,
                        "Gesprek voeren, daarna wegen; bij herhaling melden.", "Femke Adviessma belt terug na het gesprek.", null, null))
                .tell("professional", "2026-03-04T15:00:00Z", new ConversationHeld(
                        at("2026-03-04T14:00:00Z"), ConversationParty.INFORMAL_CAREGIVER, "Mevrouw en Pim Verpleegsma",
                        "De striemen en het vastbinden", null, null, "Mevrouw huilt; zij ziet geen andere mogelijkheid.",
                        "Elke ochtend een extra zorgmoment.", YesNoPartly.NO, null))
                .tell("professional", "2026-03-05T11:00:00Z", new AssessmentMade(
                        at("2026-03-05T10:00:00Z"), Answer.YES, Answer.NO, Answer.YES, null, null, null, null, "Vallen, beknelling.",
                        "Ernstig", null, "Drie weken", "Meermaals per week", "Vastbinden gaat door.", true,
                        "Meneer knikt; mevrouw is verdrietig.", AssessmentOutcome.REPORT, 1,
                        new Receipt("ASSESSMENT-UNSAFETY", 1, java.util.Map.of(), "REPORT",
                                new Bilingual("Acute of structurele onveiligheid: melden.", "Unsafety: report."), "KNMG meldnorm 1")))
                .tell("professional", "2026-03-06T10:00:00Z", new MeldingMade(
                        at("2026-03-06T09:30:00Z"), "noord", MeldingChannel.MELDSPOOR,
                        new ContactPerson("Pim Verpleegsma", "verpleegkundige", "000-0000000", null), null, null,
                        "Sinds drie weken striemen om de polsen.", "De buurvrouw hoort roepen.",
                        List.of(new MeldingPerson("slachtoffer", "Arend Voorbeeldsma", LocalDate.parse("1944-05-12"), "man", null, null, null),
                                new MeldingPerson("mantelzorger", "Bep Voorbeeldsma", null, "vrouw", null, "echtgenote", null)),
                        false, new MeldingWaiver(WaiverGround.SAFETY, "Mevrouw dreigde met de band."), Consent.NOT_ASKED, null, null, null,
                        "Wij blijven dagelijks komen.", true, AnonymityGround.TRUST_RELATION, MELDING, null))
                .tell("vt-liaison", "2026-03-07T09:00:00Z", new MeldingAcknowledged(
                        MELDING, at("2026-03-07T08:00:00Z"), "VTN-2026-0417", new Person("Loes Liaisonsma", "medewerker frontoffice"), null));
    }
}
