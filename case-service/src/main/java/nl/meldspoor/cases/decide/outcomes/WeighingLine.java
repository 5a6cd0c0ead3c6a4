package nl.meldspoor.cases.decide.outcomes;

import nl.meldspoor.events.Answer;
import nl.meldspoor.events.AssessmentMade;
import nl.meldspoor.events.AssessmentOutcome;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.YesNo;
import nl.meldspoor.events.YesNoUnknown;

/** The lines of the weighing framework, one constant each: what it says, on what it rests, and when it fits. */
public enum WeighingLine implements OutcomeRule {

    DISCLOSURE_MEANS_REPORTING(
            "WEIGH-1",
            AssessmentOutcome.REPORT,
            1,
            "Het slachtoffer vertelde het uit zichzelf (onthulling): melden bij Veilig Thuis.",
            "The victim came out with it unasked (disclosure): report to Veilig Thuis.",
            "Ontspoorde mantelzorg (000): 'Deze onthulling kan worden opgevat als acute of structurele onveiligheid.'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return when(disclosureStands);
        }
    },

    UNSAFETY_MEANS_REPORTING(
            "WEIGH-2",
            AssessmentOutcome.REPORT,
            1,
            "Er is acute of structurele onveiligheid: melden bij Veilig Thuis.",
            "There is acute or structural unsafety: report to Veilig Thuis.",
            "Meldcode (004), stap 5: 'Melden is noodzakelijk als er sprake is van: […] Acute onveiligheid […] Structurele onveiligheid'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return when(a.acuteUnsafety() == Answer.YES || a.structuralUnsafety() == Answer.YES);
        }
    },

    DOUBT_ASKS_FOR_ADVICE(
            "WEIGH-3",
            AssessmentOutcome.ADVICE_REQUIRED,
            null,
            "Er is twijfel over het vermoeden: vraag advies aan Veilig Thuis.",
            "There is doubt about the suspicion: ask Veilig Thuis for advice.",
            "Ontspoorde mantelzorg (000), stap 5: 'Als u nog steeds twijfelt […] bent u verplicht om Veilig Thuis om advies te vragen.'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return when(a.suspicion() == Answer.DOUBT);
        }
    },

    NO_SUSPICION_MEANS_CLOSING(
            "WEIGH-4",
            AssessmentOutcome.CLOSE,
            null,
            "Er is geen vermoeden: de meldcode kan worden afgesloten.",
            "There is no suspicion: the meldcode can be closed.",
            "Meldcode (004), stap 4: 'Als uw antwoord op bovenstaande vragen ‘nee’ is, kunt u stoppen'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return when(a.suspicion() == Answer.NO);
        }
    },

    DOUBT_ABOUT_SAFETY_ASKS_FOR_ADVICE(
            "WEIGH-5",
            AssessmentOutcome.ADVICE_REQUIRED,
            null,
            "Er is twijfel over de veiligheid: vraag advies aan Veilig Thuis.",
            "There is doubt about safety: ask Veilig Thuis for advice.",
            "Ontspoorde mantelzorg (000), stap 2: 'Bij twijfels bent u verplicht advies in te winnen bij Veilig Thuis.'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            boolean doubt = a.acuteUnsafety() == Answer.DOUBT || a.structuralUnsafety() == Answer.DOUBT;
            return when(doubt && !helpFallsShort(a));
        }
    },

    NO_EFFECTIVE_HELP_MEANS_REPORTING(
            "WEIGH-6",
            AssessmentOutcome.REPORT,
            2,
            "Effectieve hulp is niet mogelijk of wordt niet aanvaard: melden bij Veilig Thuis.",
            "Effective help is not possible or not accepted: report to Veilig Thuis.",
            "Ontspoorde mantelzorg (000), stap 5: 'Als u één van deze vraag met nee beantwoordt, dan maakt u een melding bij veilig Thuis.'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            if (helpFallsShort(a)) {
                return Fit.FITS;
            }
            return a.effectiveHelp() == null || a.helpAccepted() == null ? Fit.UNANSWERED : Fit.DOES_NOT_FIT;
        }
    },

    HELP_WITHOUT_SAFETY_MEANS_REPORTING(
            "WEIGH-7",
            AssessmentOutcome.REPORT,
            3,
            "De hulp leidt niet tot veiligheid: melden bij Veilig Thuis.",
            "The help does not lead to safety: report to Veilig Thuis.",
            "Ontspoorde mantelzorg (000), stap 5: 'Als de situatie niet verbetert en niet tot duurzame veiligheid leidt, dan meldt u alsnog'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return a.helpLeadsToSafety() == null ? Fit.UNANSWERED : when(a.helpLeadsToSafety() == YesNoUnknown.NO);
        }
    },

    SAFETY_STILL_TO_BE_SEEN_MEANS_HELP(
            "WEIGH-8",
            AssessmentOutcome.HELP,
            null,
            "Hulp is mogelijk en wordt aanvaard: organiseer de hulp en volg of die tot veiligheid leidt.",
            "Help is possible and accepted: arrange it and follow whether it leads to safety.",
            "Meldcode (004), stap 5: 'Volg de effecten van deze hulp'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return when(a.helpLeadsToSafety() == YesNoUnknown.UNKNOWN || !safetyRestored);
        }
    },

    SAFETY_RESTORED_COMPLETES_HELP(
            "WEIGH-9",
            AssessmentOutcome.HELP_COMPLETED,
            null,
            "De evaluatie van de hulp laat zien dat de veiligheid is hersteld: de hulp kan worden afgesloten.",
            "The evaluation of the help shows that safety is restored: the help can be closed.",
            "Meldcode (004), stap 5: 'De hulp leidt tot duurzame veiligheid.'") {
        @Override
        Fit fits(AssessmentMade a, boolean disclosureStands, boolean safetyRestored) {
            return Fit.FITS;
        }
    };

    /** Whether a line is the one. */
    enum Fit {
        FITS,
        DOES_NOT_FIT,
        /** It cannot be said: a question has no answer. */
        UNANSWERED
    }

    private final String id;
    private final AssessmentOutcome outcome;
    private final Integer norm;
    private final Bilingual sentence;
    private final String source;

    WeighingLine(String id, AssessmentOutcome outcome, Integer norm, String nl, String en, String source) {
        this.id = id;
        this.outcome = outcome;
        this.norm = norm;
        this.sentence = new Bilingual(nl, en);
        this.source = source;
    }

    /** Asked only when no line before it fits. */
    abstract Fit fits(AssessmentMade answers, boolean disclosureStands, boolean safetyRestored);

    AssessmentOutcome outcome() {
        return outcome;
    }

    /** Meldnorm 1, 2 or 3, or null. */
    Integer norm() {
        return norm;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Bilingual sentence() {
        return sentence;
    }

    @Override
    public String source() {
        return source;
    }

    private static boolean helpFallsShort(AssessmentMade a) {
        return a.effectiveHelp() == YesNo.NO || a.helpAccepted() == YesNo.NO;
    }

    private static Fit when(boolean fits) {
        return fits ? Fit.FITS : Fit.DOES_NOT_FIT;
    }
}
