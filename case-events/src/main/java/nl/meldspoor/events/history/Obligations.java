package nl.meldspoor.events.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meldspoor.events.RecordedEvent;

/** The obligations of domain.md 5, and how they stand on a case. */
public final class Obligations {

    private static final List<Obligation> CATALOGUE =
            Stream.concat(MeldcodeObligations.ALL.stream(), CareRelationObligations.ALL.stream()).toList();

    private Obligations() {}

    /** All that can arise today, in the order of domain.md 5. */
    public static List<Obligation> catalogue() {
        return CATALOGUE.stream().filter(Obligation::canBeMet).toList();
    }

    public static Optional<Obligation> byId(String id) {
        return catalogue().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /**
     * Every obligation that ever arose on the case, in the order of the catalogue, each as it stands now. What was still open when the
     * case was erased is not among them: nobody can meet it any more.
     */
    public static List<OpenOrMet> of(CaseHistory history) {
        return history.obligations();
    }

    static List<OpenOrMet> derive(CaseHistory history) {
        List<OpenOrMet> arisen = new ArrayList<>();
        for (Obligation obligation : CATALOGUE) {
            if (obligation.isOf(history.route()) && obligation.canBeMet()) {
                standing(obligation, history).filter(o -> !o.isOpen() || !history.erased()).ifPresent(arisen::add);
            }
        }
        return List.copyOf(arisen);
    }

    /** The open ones. */
    public static List<OpenOrMet> open(CaseHistory history) {
        return of(history).stream().filter(OpenOrMet::isOpen).toList();
    }

    private static Optional<OpenOrMet> standing(Obligation obligation, CaseHistory history) {
        Map<Object, Instances> bySubject = new LinkedHashMap<>();
        for (Entry<?> entry : history.entries()) {
            RecordedEvent event = entry.event();
            Obligation.Meets meets = obligation.meeting().metBy(event, history);
            boolean raises = obligation.cause().raisedBy(event, history);
            if (meets == Obligation.Meets.NO && !raises) {
                continue;
            }
            Instances instances = bySubject.computeIfAbsent(
                    obligation.meeting().subject(event), s -> new Instances(obligation.arisesWhenMet()));
            instances.take(entry, meets, raises ? obligation.cause().factsOf(entry, history) : null);
        }
        // Open before met, and of the open ones the oldest: that is how long the duty stands. Of met ones the newest.
        Optional<Instances> open = bySubject.values().stream()
                .filter(Instances::isOpen)
                .min((a, b) -> Long.compare(a.since, b.since));
        Optional<Instances> shown = open.isPresent()
                ? open
                : bySubject.values().stream().filter(Instances::hasArisen).max((a, b) -> Long.compare(a.since, b.since));
        return shown.map(i -> new OpenOrMet(
                obligation,
                i.isOpen() ? ObligationState.OPEN : ObligationState.MET,
                i.since,
                i.metBy,
                obligation.due().on(history, i.since).orElse(null)));
    }

    /**
     * Instances of one obligation about one subject, in one pass: an instance stays open until its latest cause is met, because an entry
     * that does not precede the latest cause does not precede the others either.
     */
    private static final class Instances {
        private final boolean arisesWhenMet;
        private Long metWhenever;
        private Happened lastMeeting;
        private Long lastMeetingSequence;
        private boolean lastMeetingRaises;
        private Happened latestCause;
        private long since;
        private Long metBy;

        Instances(boolean arisesWhenMet) {
            this.arisesWhenMet = arisesWhenMet;
        }

        boolean hasArisen() {
            return since > 0;
        }

        boolean isOpen() {
            return hasArisen() && metBy == null;
        }

        /** @param facts when the facts happened from which the obligation arises, null when the entry raises nothing */
        void take(Entry<?> entry, Obligation.Meets meets, Happened facts) {
            // Asked first: an entry never meets the instance it raises itself.
            Optional<Long> metAlready = facts == null ? Optional.empty() : metAlready(facts);
            meet(entry, meets, facts != null);
            if (facts != null) {
                raise(entry, facts, metAlready.orElse(null));
            }
        }

        private Optional<Long> metAlready(Happened cause) {
            if (metWhenever != null) {
                return Optional.of(metWhenever);
            }
            // What raised the duty itself, such as an evaluation that it is only partly safe, does not meet one of the same day.
            boolean after = lastMeeting != null
                    && (lastMeetingRaises ? lastMeeting.isAfter(cause) : !lastMeeting.isBefore(cause));
            return after ? Optional.of(lastMeetingSequence) : Optional.empty();
        }

        private void meet(Entry<?> entry, Obligation.Meets meets, boolean raises) {
            Happened when = entry.happened();
            switch (meets) {
                case NO -> {}
                case WHENEVER -> {
                    if (metWhenever == null) {
                        metWhenever = entry.sequence();
                    }
                    if (isOpen()) {
                        metBy = entry.sequence();
                    }
                }
                case AFTERWARDS -> {
                    if (lastMeeting == null || Happened.LATEST_LAST.compare(when, lastMeeting) >= 0) {
                        lastMeeting = when;
                        lastMeetingSequence = entry.sequence();
                        lastMeetingRaises = raises;
                    }
                    if (isOpen() && !when.isBefore(latestCause)) {
                        metBy = entry.sequence();
                    }
                }
            }
        }

        private void raise(Entry<?> entry, Happened when, Long alreadyMetBy) {
            if (isOpen()) {
                if (alreadyMetBy == null && Happened.LATEST_LAST.compare(when, latestCause) > 0) {
                    latestCause = when;
                }
            } else if (alreadyMetBy == null || arisesWhenMet) {
                since = entry.sequence();
                latestCause = when;
                metBy = alreadyMetBy;
            }
        }
    }
}
