package nl.meldspoor.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meldspoor.verifier.Told.Language;
import nl.meldspoor.verifier.Verdict.Holds;

/** The four answers together. */
record Report(ProofFile proof, ChainCheck.Checked checked, Verdict chain, Verdict head, Verdict signed, Verdict anchored) {

    boolean holds() {
        return answers().values().stream().noneMatch(v -> v.holds() == Holds.NO);
    }

    private Map<String, Verdict> answers() {
        Map<String, Verdict> answers = new LinkedHashMap<>();
        answers.put("chain", chain);
        answers.put("head", head);
        answers.put("signed", signed);
        answers.put("anchored", anchored);
        return answers;
    }

    String text(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(new Told("Casus ", "Case ").in(language)).append(proof.caseId());
        if (checked.organisation() != null) {
            text.append(" (").append(checked.organisation()).append(')');
        }
        text.append('\n');
        answers().values().forEach(verdict -> {
            text.append(sign(verdict.holds())).append(' ').append(verdict.told().in(language)).append('\n');
            verdict.findings().forEach(f -> text.append("      - ").append(f.told().in(language)).append('\n'));
        });
        if (checked.erasedAt() != null) {
            text.append("      ").append(erased().in(language)).append('\n');
        }
        return text.toString();
    }

    private Told erased() {
        return new Told(
                "De inhoud is gewist, vastgelegd in gebeurtenis " + checked.erasedAt() + "; feiten en keten bleven staan.",
                "The content was erased, recorded in event " + checked.erasedAt() + "; facts and chain remain.");
    }

    private static String sign(Holds holds) {
        return switch (holds) {
            case YES -> "[ok]  ";
            case NO -> "[FAIL]";
            case UNKNOWN -> "[ ?? ]";
        };
    }

    String json() {
        ObjectNode json = ProofFile.JSON.createObjectNode();
        json.put("caseId", proof.caseId())
                .put("organisation", checked.organisation())
                .put("length", proof.events().size())
                .put("head", proof.head())
                .put("erasedAt", checked.erasedAt())
                .put("holds", holds());
        ObjectNode answered = json.putObject("answers");
        answers().forEach((name, verdict) -> {
            ObjectNode answer = answered.putObject(name);
            answer.put("holds", verdict.holds().name());
            answer.putObject("text").put("nl", verdict.told().nl()).put("en", verdict.told().en());
            var findings = answer.putArray("findings");
            verdict.findings().forEach(finding -> {
                Told told = finding.told();
                ObjectNode node = findings.addObject();
                node.put("code", finding.code().name()).put("sequence", finding.sequence());
                node.putObject("text").put("nl", told.nl()).put("en", told.en());
            });
        });
        return json.toPrettyString() + "\n";
    }
}
