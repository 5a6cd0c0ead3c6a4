package nl.meldspoor.cases.decide.outcomes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldspoor.events.Bilingual;
import nl.meldspoor.events.JudgementMade;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.Receipt;

/** Whether a judgement must be reported to the inspectorate: the first line that fits (domain.md 4). */
public enum Reportability implements OutcomeRule {

    CALAMITY_IS_REPORTED(
            "JUDGE-1",
            true,
            "Een calamiteit wordt altijd gemeld.",
            "A calamity is always reported.",
            "Leidraad (002), stap 5: 'moeten dus altijd worden gemeld bij de Inspectie'; Wkkgz art. 11 lid 1 a") {
        @Override
        boolean fits(JudgementMade j, boolean chargesFiled) {
            return j.qualification() == Qualification.CALAMITY;
        }
    },

    VIOLENCE_BY_STAFF_IS_REPORTED(
            "JUDGE-2",
            true,
            "Geweld in de zorgrelatie wordt altijd gemeld.",
            "Violence in the care relation is always reported.",
            "Leidraad (002), stap 5: 'moeten dus altijd worden gemeld bij de Inspectie'; Wkkgz art. 11 lid 1 b") {
        @Override
        boolean fits(JudgementMade j, boolean chargesFiled) {
            return j.qualification() == Qualification.VIOLENCE_IN_CARE_RELATION && !j.betweenClients();
        }
    },

    SERIOUS_VIOLENCE_BETWEEN_CLIENTS_IS_REPORTED(
            "JUDGE-3",
            true,
            "Ernstig geweld tussen cliënten wordt gemeld: er was behandeling nodig, de politie greep in of er is aangifte gedaan.",
            "Serious violence between clients is reported: treatment was needed, the police intervened or charges were filed.",
            "Beleidsregels meldplicht geweld tussen cliënten (Stcrt. 2017, 46305)") {
        @Override
        boolean fits(JudgementMade j, boolean chargesFiled) {
            return j.qualification() == Qualification.VIOLENCE_IN_CARE_RELATION
                    && (chargesFiled
                            || Boolean.TRUE.equals(j.treatmentNeeded())
                            || Boolean.TRUE.equals(j.policeIntervened()));
        }
    },

    MINOR_VIOLENCE_BETWEEN_CLIENTS_IS_REGISTERED(
            "JUDGE-4",
            false,
            "Minder ernstig geweld tussen cliënten wordt intern geregistreerd en niet apart gemeld.",
            "Less serious violence between clients is registered internally and not reported separately.",
            "Beleidsregels meldplicht geweld tussen cliënten (Stcrt. 2017, 46305)") {
        @Override
        boolean fits(JudgementMade j, boolean chargesFiled) {
            return j.qualification() == Qualification.VIOLENCE_IN_CARE_RELATION;
        }
    },

    OTHER_JUDGEMENTS_ARE_NOT_REPORTED(
            "JUDGE-5",
            false,
            "Dit oordeel hoeft niet bij de inspectie te worden gemeld.",
            "This judgement need not be reported to the inspectorate.",
            "Wkkgz art. 11 lid 1: alleen calamiteit, geweld in de zorgrelatie en ontslag wegens disfunctioneren") {
        @Override
        boolean fits(JudgementMade j, boolean chargesFiled) {
            return true;
        }
    };

    private final String id;
    private final boolean reportable;
    private final Bilingual sentence;
    private final String source;

    Reportability(String id, boolean reportable, String nl, String en, String source) {
        this.id = id;
        this.reportable = reportable;
        this.sentence = new Bilingual(nl, en);
        this.source = source;
    }

    /**
     * The line that fits this judgement.
     *
     * @param chargesFiled whether a police contact says that charges were filed
     */
    public static Reportability of(JudgementMade judgement, boolean chargesFiled) {
        return Arrays.stream(values()).filter(line -> line.fits(judgement, chargesFiled)).findFirst().orElseThrow();
    }

    abstract boolean fits(JudgementMade judgement, boolean chargesFiled);

    public boolean reportable() {
        return reportable;
    }

    public Receipt receiptFor(JudgementMade judgement, boolean chargesFiled) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("qualification", judgement.qualification().name());
        inputs.put("betweenClients", judgement.betweenClients());
        if (judgement.treatmentNeeded() != null) {
            inputs.put("treatmentNeeded", judgement.treatmentNeeded());
        }
        if (judgement.policeIntervened() != null) {
            inputs.put("policeIntervened", judgement.policeIntervened());
        }
        if (judgement.betweenClients()) {
            inputs.put("chargesFiled", chargesFiled);
        }
        return receipt(inputs, reportable ? "REPORTABLE" : "NOT_REPORTABLE");
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
}
