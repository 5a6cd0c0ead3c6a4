package nl.meldspoor.notifications.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.JsonBody;
import nl.meldspoor.http.ShapeErrors;
import nl.meldspoor.notifications.routing.NotificationKind;

/** A subscription as somebody asks for it, all errors at once. */
record SubscriptionBody(String url, String description, List<String> kinds, List<String> routes) {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final Set<String> KINDS =
            Arrays.stream(NotificationKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** @param careRelationAllowed whether the caller may be told of cases about the organisation's own people */
    static SubscriptionBody read(byte[] body, boolean httpAllowed, boolean careRelationAllowed) {
        ObjectNode sent = JsonBody.object(body);
        ShapeErrors errors = new ShapeErrors();
        sent.fieldNames().forEachRemaining(name -> {
            if (!Set.of("url", "description", "kinds", "routes").contains(name)) {
                errors.add(ShapeErrors.pointer("#", name), "This member is not known here.");
            }
        });
        String url = sent.path("url").isTextual() ? sent.path("url").asText() : null;
        WebhookAddress.wrongForm(url, httpAllowed).ifPresent(wrong -> errors.add("#/url", wrong));
        JsonNode description = sent.path("description");
        if (!absent(description)
                && (!description.isTextual()
                        || description.asText().length() > LONGEST_DESCRIPTION
                        || description.asText().codePoints().anyMatch(Character::isISOControl))) {
            errors.add("#/description", "Text of at most " + LONGEST_DESCRIPTION + " characters is expected.");
        }
        List<String> kinds = codes(sent.path("kinds"), "#/kinds", KINDS, errors);
        List<String> routes = codes(sent.path("routes"), "#/routes", Set.of(Route.MELDCODE.name(), Route.CARE_RELATION.name()), errors);
        if (routes.contains(Route.CARE_RELATION.name()) && !careRelationAllowed) {
            errors.add("#/routes", "Only the board subscribes to CARE_RELATION.");
        }
        errors.throwIfAny();
        return new SubscriptionBody(
                url,
                absent(description) ? null : description.asText(),
                kinds,
                routes.isEmpty() ? List.of(Route.MELDCODE.name()) : routes);
    }

    private static List<String> codes(JsonNode sent, String pointer, Set<String> known, ShapeErrors errors) {
        if (absent(sent)) {
            return List.of();
        }
        if (!sent.isArray() || sent.size() > known.size()) {
            errors.add(pointer, "A list of codes is expected.");
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String code = sent.get(i).asText("");
            if (!sent.get(i).isTextual() || !known.contains(code)) {
                errors.add(ShapeErrors.pointer(pointer, i), "This code is not known here.");
            } else {
                codes.add(code);
            }
        }
        return new ArrayList<>(codes);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
