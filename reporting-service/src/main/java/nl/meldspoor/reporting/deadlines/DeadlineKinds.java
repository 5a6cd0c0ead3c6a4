package nl.meldspoor.reporting.deadlines;

import java.util.List;
import java.util.stream.Stream;
import nl.meldspoor.events.history.Obligation;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.terms.TermKind;

/** What can be due: every term, and every duty, for one that is due at once has no term and is its own kind. */
public final class DeadlineKinds {

    public static final List<String> IDS = Stream.concat(
                    Stream.of(TermKind.values()).filter(TermKind::isDeadline).map(TermKind::id),
                    Obligations.catalogue().stream().map(Obligation::id))
            .toList();

    private DeadlineKinds() {}
}
