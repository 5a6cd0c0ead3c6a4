package nl.meldspoor.http;

import java.util.Locale;
import java.util.Optional;

/** The realm roles of {@code domain.md} 2; whatever else a token names is not ours and is ignored. */
public enum Role {
    PROFESSIONAL,
    STAFF,
    SUPERVISOR,
    ATTENTION_OFFICER,
    REPORT_TEAM,
    BOARD,
    HR,
    INVESTIGATOR,
    POLICE_CONTACT,
    INTEGRATION,
    VT_LIAISON,
    AUDITOR,
    CLIENT_COUNCIL,
    WORKS_COUNCIL;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name as the token gives it, {@code attention-officer}. */
    public String code() {
        return code;
    }

    /** The role of that name, or nothing. */
    public static Optional<Role> of(String code) {
        for (var role : values()) {
            if (role.code.equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
