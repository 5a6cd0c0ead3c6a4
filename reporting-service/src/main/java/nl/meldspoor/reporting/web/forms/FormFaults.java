package nl.meldspoor.reporting.web.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.meldspoor.http.Problem;
import nl.meldspoor.reporting.web.Visit;
import nl.meldspoor.terms.BilingualText;

/** What a service found wrong, said beside the field it concerns. */
public final class FormFaults {

    private static final Pattern TOO_LONG = Pattern.compile("At most (\\d+) characters\\.");

    private FormFaults() {}

    /** The form with the errors of a problem in it. */
    public static FormState in(FormState form, Problem problem, Visit visit) {
        Map<String, String> byField = new LinkedHashMap<>();
        if (problem.extensions().get("errors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (error instanceof Map<?, ?> said) {
                    byField.put(field(form, String.valueOf(said.get("pointer"))), words(String.valueOf(said.get("detail")), visit));
                }
            }
        }
        return form.wrong(byField, byField.isEmpty() ? whole(problem, visit) : "");
    }

    /** {@code #/by/name} → {@code by.name}; what is wrong with an object as a whole stands at its first field. */
    private static String field(FormState form, String pointer) {
        String name = pointer.replaceFirst("^#/", "").replace('/', '.');
        return form.values().containsKey(name)
                ? name
                : form.values().keySet().stream().filter(field -> field.startsWith(name + ".")).findFirst().orElse(name);
    }

    private static String whole(Problem problem, Visit visit) {
        if (problem.status() == 503) {
            return visit.t(
                    "Dit lukt nu even niet: een deel van Meldspoor antwoordt niet. Wat u invulde staat er nog. Verstuur het over een minuut opnieuw; het wordt nooit dubbel vastgelegd.",
                    "This does not work right now: a part of Meldspoor does not answer. What you filled in is still here. Send it again in a minute; it is never stored twice.");
        }
        if (problem.type().endsWith("idempotency-key-reused")) {
            return visit.t(
                    "Dit formulier was al vastgelegd, met een andere inhoud. Kijk hieronder wat er staat; verstuur alleen opnieuw als er iets bij moet.",
                    "This form was already recorded, with other content. See below what is there; send again only if something must be added.");
        }
        return problem.detail().isBlank() ? visit.t("Dit kon zo niet worden vastgelegd.", "This could not be recorded like this.") : problem.detail();
    }

    private static String words(String detail, Visit visit) {
        var tooLong = TOO_LONG.matcher(detail);
        if (tooLong.matches()) {
            return visit.t("Hoogstens " + tooLong.group(1) + " tekens.", detail);
        }
        return visit.t(switch (detail) {
            case "Required.", "Must not be blank.", "An object is expected.", "Text is expected." ->
                new BilingualText("Vul dit in.", "Fill this in.");
            case "Lies in the future." -> new BilingualText("Dit ligt in de toekomst.", "This lies in the future.");
            case "A moment as in RFC 3339 is expected, with an offset." ->
                new BilingualText("Vul een datum en tijd in.", "Fill in a date and time.");
            case "A time such as 22:00 is expected." -> new BilingualText("Vul een tijd in, zoals 22:00.", "Fill in a time, such as 22:00.");
            case "Another time than from is expected." -> new BilingualText("Vul een andere tijd in dan het begin.", "Fill in another time than the start.");
            case "An e-mail address is expected." -> new BilingualText("Dit is geen e-mailadres.", "This is not an e-mail address.");
            case "An address is expected: the token names none." ->
                new BilingualText("Vul een e-mailadres in.", "Fill in an e-mail address.");
            case "An address of a domain that the organisation allows is expected." ->
                new BilingualText("Uw organisatie staat alleen adressen van haar eigen domein toe.", "Your organisation allows only addresses of its own domain.");
            case "Holds a control character.", "Holds half a surrogate pair." ->
                new BilingualText("Er staat een teken in dat niet kan worden bewaard.", "It holds a character that cannot be kept.");
            default -> new BilingualText("Dit klopt niet: " + detail, detail);
        });
    }
}
