package nl.meldspoor.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads a {@link Caller} out of a verified token; a token that does not say whose it is gets 403. */
final class CallerClaims {

    private CallerClaims() {}

    static Caller read(JsonWebToken token) {
        return read(token, roles(token.getClaim("realm_access")));
    }

    /** @param roles for a token that does not name them itself: the ID token of somebody who signed in to the pages */
    static Caller read(JsonWebToken token, Set<Role> roles) {
        var name = text(token.getClaim("preferred_username"))
                .orElseThrow(() -> ProblemException.forbidden("The token has no claim preferred_username."));
        var organisation = text(token.getClaim("organisation"));
        var region = text(token.getClaim("region"));
        if (roles.contains(Role.VT_LIAISON)) {
            if (region.isEmpty()) {
                throw ProblemException.forbidden("The token of a liaison names no region.");
            }
        } else if (organisation.isEmpty()) {
            throw ProblemException.forbidden("The token names no organisation: the claim organisation is missing.");
        }
        return new Caller(name, organisation, texts(token.getClaim("units")), region, roles, text(token.getClaim("azp")));
    }

    private static Set<Role> roles(Object realmAccess) {
        var roles = EnumSet.noneOf(Role.class);
        if (realmAccess instanceof JsonObject access && access.get("roles") instanceof JsonArray names) {
            texts(names).forEach(name -> Role.of(name).ifPresent(roles::add));
        }
        return roles;
    }

    private static Optional<String> text(Object claim) {
        return switch (claim) {
            case String text when !text.isBlank() -> Optional.of(text);
            case JsonString text when !text.getString().isBlank() -> Optional.of(text.getString());
            case null, default -> Optional.empty();
        };
    }

    private static Set<String> texts(Object claim) {
        var texts = new LinkedHashSet<String>();
        switch (claim) {
            case Collection<?> values -> values.forEach(value -> text(value).ifPresent(texts::add));
            case null, default -> text(claim).ifPresent(texts::add);
        }
        return texts;
    }
}
