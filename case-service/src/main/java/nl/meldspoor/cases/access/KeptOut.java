package nl.meldspoor.cases.access;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import nl.meldspoor.events.PersonRefs;

/**
 * Who never gets a row, whatever else he is: who is of another organisation, is excluded, or is the accused. Part of every query that decides
 * whether somebody of the organisation reaches a case; it stands here once, so that no door can forget it.
 */
public final class KeptOut {

    /**
     * For {@code case_head h}: $1 organisation, $2 person's keyed hash, $3 user name in lower case, $4 and $5 outer and inner pad of the key by which
     * the accused is hashed with the case. What else a query takes begins at $6.
     */
    public static final String NOT_KEPT_OUT =
            """
            h.organisation = $1
              and not ($2::text = any(h.excluded_refs))
              and (h.accused_refs = '{}'
                   or not (encode(sha256($4::bytea || sha256($5::bytea || convert_to(h.case_id::text || '|' || $3::text, 'UTF8'))), 'hex')
                           = any(h.accused_refs)))
            """;

    private KeptOut() {}

    /** The values of $1 to $5, then those of the query itself. */
    public static Object[] values(Acting acting, PersonRefs refs, Object... more) {
        var pads = refs.accusedPads(acting.organisation());
        var first = new Object[] {
            acting.organisation(), acting.personRef(), acting.person(), Buffer.buffer(pads.outer()), Buffer.buffer(pads.inner())
        };
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
