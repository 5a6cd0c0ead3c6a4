package nl.meldspoor.notifications.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ShapeErrors;

/**
 * Settings as somebody sends them, all errors at once.
 *
 * @param address null when he wants no mail and gave none
 */
record SettingsBody(
        String language, LocalTime quietFrom, LocalTime quietUntil, LocalTime digestAt, boolean mailOn, String address) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?");

    /**
     * @param addressOfToken used when mail is wanted and no address is sent
     * @param allowedDomains empty: every domain
     */
    static SettingsBody read(byte[] body, Optional<String> addressOfToken, List<String> allowedDomains) {
        ObjectNode sent = JsonBody.object(body);
        ShapeErrors errors = new ShapeErrors();
        unknown(sent, "#", Set.of("language", "quietHours", "digestAt", "email"), errors);
        String language = sent.path("language").asText("");
        if (!language.equals("nl") && !language.equals("en")) {
            errors.add("#/language", "nl or en is expected.");
        }
        LocalTime from = null;
        LocalTime until = null;
        JsonNode quiet = sent.path("quietHours");
        if (quiet instanceof ObjectNode hours) {
            unknown(hours, "#/quietHours", Set.of("from", "until"), errors);
            from = time(hours.path("from"), "#/quietHours/from", errors);
            until = time(hours.path("until"), "#/quietHours/until", errors);
            if (from != null && from.equals(until)) {
                errors.add("#/quietHours/until", "Another time than from is expected.");
            }
        } else if (!absent(quiet)) {
            errors.add("#/quietHours", "An object with from and until, or null, is expected.");
        }
        JsonNode digest = sent.path("digestAt");
        LocalTime digestAt = absent(digest) ? null : time(digest, "#/digestAt", errors);
        boolean mailOn = false;
        String address = null;
        JsonNode email = sent.path("email");
        if (email instanceof ObjectNode mail) {
            // What the answer says of it may be sent back.
            unknown(mail, "#/email", Set.of("enabled", "address", "available"), errors);
            if (!mail.path("enabled").isBoolean()) {
                errors.add("#/email/enabled", "true or false is expected.");
            }
            mailOn = mail.path("enabled").asBoolean();
            address = address(mail.path("address"), mailOn, addressOfToken, allowedDomains, errors);
        } else if (!absent(email)) {
            errors.add("#/email", "An object with enabled and address is expected.");
        }
        errors.throwIfAny();
        return new SettingsBody(language, from, until, digestAt, mailOn, address);
    }

    private static String address(
            JsonNode sent, boolean wanted, Optional<String> ofToken, List<String> allowedDomains, ShapeErrors errors) {
        String address = absent(sent) ? (wanted ? ofToken.orElse(null) : null) : sent.asText("");
        if (address == null) {
            if (wanted) {
                errors.add("#/email/address", "An address is expected: the token names none.");
            }
            return null;
        }
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isTextual() || !ADDRESS.matcher(address).matches()
                || address.contains("..")) {
            errors.add("#/email/address", "An e-mail address is expected.");
            return null;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!allowedDomains.isEmpty() && !allowedDomains.contains(domain)) {
            errors.add("#/email/address", "An address of a domain that the organisation allows is expected.");
        }
        return address;
    }

    private static LocalTime time(JsonNode sent, String pointer, ShapeErrors errors) {
        try {
            if (sent.isTextual() && TIME.matcher(sent.asText()).matches()) {
                return LocalTime.parse(sent.asText());
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.add(pointer, "A time such as 22:00 is expected.");
        return null;
    }

    private static void unknown(ObjectNode object, String pointer, Set<String> known, ShapeErrors errors) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(ShapeErrors.pointer(pointer, name), "This member is not known here.");
            }
        });
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
