package nl.meldspoor.cases.decide;

import java.util.List;
import java.util.Optional;
import nl.meldspoor.cases.decide.rules.AdviceCameSince;
import nl.meldspoor.cases.decide.rules.AdviceOfVeiligThuisIsRecorded;
import nl.meldspoor.cases.decide.rules.AnonymityHasItsGround;
import nl.meldspoor.cases.decide.rules.BothSidesWereHeard;
import nl.meldspoor.cases.decide.rules.CategoryFitsTheJudgements;
import nl.meldspoor.cases.decide.rules.ChildrenHaveAges;
import nl.meldspoor.cases.decide.rules.ClientKnowsOfTheMelding;
import nl.meldspoor.cases.decide.rules.ClosedCaseRests;
import nl.meldspoor.cases.decide.rules.ConsentIsAccountedFor;
import nl.meldspoor.cases.decide.rules.CorrectionIsOfAnEntry;
import nl.meldspoor.cases.decide.rules.DeathAsksForAnExternalChair;
import nl.meldspoor.cases.decide.rules.DisclosureComesFromTheVictim;
import nl.meldspoor.cases.decide.rules.EarlyErasureHasItsReason;
import nl.meldspoor.cases.decide.rules.EntryFitsTheRoute;
import nl.meldspoor.cases.decide.rules.ErasedCaseRests;
import nl.meldspoor.cases.decide.rules.GroundHasItsFact;
import nl.meldspoor.cases.decide.rules.HandlerHandsOver;
import nl.meldspoor.cases.decide.rules.HearingIsFair;
import nl.meldspoor.cases.decide.rules.HelpIsEvaluatedOn;
import nl.meldspoor.cases.decide.rules.HelpOrReport;
import nl.meldspoor.cases.decide.rules.HoldKeepsTheCase;
import nl.meldspoor.cases.decide.rules.MeldingIsKnown;
import nl.meldspoor.cases.decide.rules.NoDutyIsErased;
import nl.meldspoor.cases.decide.rules.NoDutyIsLeftOpen;
import nl.meldspoor.cases.decide.rules.NobodyDecidesTheDutyAway;
import nl.meldspoor.cases.decide.rules.NobodyIsAddressedBeforeThePolice;
import nl.meldspoor.cases.decide.rules.NobodyIsOfferedHisOwnCase;
import nl.meldspoor.cases.decide.rules.OfferIsAnsweredOnce;
import nl.meldspoor.cases.decide.rules.OnlyAClosedCaseReopens;
import nl.meldspoor.cases.decide.rules.OnlyTheWronglyAccusedIsErased;
import nl.meldspoor.cases.decide.rules.PhoneHasAnEar;
import nl.meldspoor.cases.decide.rules.PoliceHearsFirst;
import nl.meldspoor.cases.decide.rules.PoliceInvestigatesFirst;
import nl.meldspoor.cases.decide.rules.PoliceSpeaksToTheClientFirst;
import nl.meldspoor.cases.decide.rules.PoliceTakesOverASuspicion;
import nl.meldspoor.cases.decide.rules.QuestionsAreAnswered;
import nl.meldspoor.cases.decide.rules.ReactionOfTheClientIsRecorded;
import nl.meldspoor.cases.decide.rules.RefusalHasItsReason;
import nl.meldspoor.cases.decide.rules.ReportGoesToTheRightSupervisor;
import nl.meldspoor.cases.decide.rules.SanctionsFollowAJudgement;
import nl.meldspoor.cases.decide.rules.SeverityBetweenClientsIsKnown;
import nl.meldspoor.cases.decide.rules.SignalsComeFirst;
import nl.meldspoor.cases.decide.rules.ThirdPersonIsDescribed;
import nl.meldspoor.cases.decide.rules.WaiverHasItsGround;
import nl.meldspoor.cases.decide.rules.WhatItNamesIsOnTheCase;
import nl.meldspoor.cases.decide.rules.WhoIsAskedAnswers;

/**
 * The catalogue of refusing rules, in the order of domain.md 5. GEN-3, GEN-4, COR-1 and HND-1 to 5 are not in its table: they keep
 * references, reopenings, corrections and hand-overs sound, and stand with the other general rules. ERA-1 to 5 guard erasure, and come last.
 */
public final class Rules {

    private static final List<Rule> CATALOGUE = List.of(
            new ClosedCaseRests(),
            new EntryFitsTheRoute(),
            new WhatItNamesIsOnTheCase(),
            new OnlyAClosedCaseReopens(),
            new CorrectionIsOfAnEntry(),
            new WhoIsAskedAnswers(),
            new RefusalHasItsReason(),
            new OfferIsAnsweredOnce(),
            new HandlerHandsOver(),
            new NobodyIsOfferedHisOwnCase(),
            new ThirdPersonIsDescribed(),
            new DisclosureComesFromTheVictim(),
            new AdviceOfVeiligThuisIsRecorded(),
            new ConsentIsAccountedFor(),
            new WaiverHasItsGround(),
            new ChildrenHaveAges(),
            new SignalsComeFirst(),
            new QuestionsAreAnswered(),
            new ReactionOfTheClientIsRecorded(),
            new NobodyDecidesTheDutyAway(),
            new HelpOrReport(),
            new HelpIsEvaluatedOn(),
            new AdviceCameSince(),
            new ClientKnowsOfTheMelding(),
            new AnonymityHasItsGround(),
            new MeldingIsKnown(),
            new PhoneHasAnEar(),
            new PoliceHearsFirst(),
            new PoliceInvestigatesFirst(),
            new NobodyIsAddressedBeforeThePolice(),
            new PoliceSpeaksToTheClientFirst(),
            new PoliceTakesOverASuspicion(),
            new HearingIsFair(),
            new DeathAsksForAnExternalChair(),
            new BothSidesWereHeard(),
            new SeverityBetweenClientsIsKnown(),
            new SanctionsFollowAJudgement(),
            new CategoryFitsTheJudgements(),
            new ReportGoesToTheRightSupervisor(),
            new NoDutyIsLeftOpen(),
            new GroundHasItsFact(),
            new ErasedCaseRests(),
            new HoldKeepsTheCase(),
            new EarlyErasureHasItsReason(),
            new NoDutyIsErased(),
            new OnlyTheWronglyAccusedIsErased());

    private Rules() {}

    /** All rules that can refuse today, in the order in which refusals are answered. */
    public static List<Rule> catalogue() {
        return CATALOGUE;
    }

    public static Optional<Rule> byId(String id) {
        return CATALOGUE.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
