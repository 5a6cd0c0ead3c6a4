package nl.meldspoor.reporting.projection;

import java.util.Set;
import java.util.UUID;

/** Told after commit: these cases have new rows. Best effort: whoever must not miss one looks at all of them from time to time. */
public record CasesProjected(Set<UUID> cases) {

    public CasesProjected {
        cases = Set.copyOf(cases);
    }
}
