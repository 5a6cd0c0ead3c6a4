package nl.meldspoor.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.ProblemException;
import nl.meldspoor.http.Role;
import nl.meldspoor.http.ShapeErrors;

/** Whose inbox a request is about: the caller's own, for an integration that of the person it names. */
@ApplicationScoped
public class Readers {

    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private final CurrentCaller caller;
    private final PersonRefs refs;

    Readers(CurrentCaller caller, PersonRefs refs) {
        this.caller = caller;
        this.refs = refs;
    }

    /** @param behalfOf the header {@code On-Behalf-Of}, or null */
    public Reader of(String behalfOf) {
        Caller who = caller.get();
        if (!who.has(Role.INTEGRATION)) {
            if (behalfOf != null) {
                throw wrongHeader("On-Behalf-Of is for integrations only.");
            }
            return Reader.of(who, refs);
        }
        if (behalfOf == null || !USER_NAME.matcher(behalfOf).matches()) {
            throw wrongHeader("An integration names the person it acts for in On-Behalf-Of.");
        }
        return Reader.behalfOf(behalfOf, who, refs);
    }

    private static ProblemException wrongHeader(String detail) {
        return new ShapeErrors().addParameter("On-Behalf-Of", detail).asProblem().asException();
    }
}
