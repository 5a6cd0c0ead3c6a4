package nl.meldspoor.notifications.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.MeldingChannel;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.notifications.CaseOnTopic;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.NotificationKind;
import org.junit.jupiter.api.Test;

/** What a batch changes, given what is known. */
class CaseAdvanceTest {

    private final CaseOnTopic topic = new CaseOnTopic("de-linde")
            .openedMeldcode("nurse")
            .signal("nurse")
            .melding("nurse", "noord", MeldingChannel.MELDSPOOR)
            .acknowledged("liaison");

    @Test
    void eventsInOrderAreApplied() {
        // when
        CaseAdvance advance = CaseAdvance.of(CaseState.unknown(topic.id()), topic.events());

        // then
        assertThat(advance.applied()).isEqualTo(topic.events());
        assertThat(advance.held()).isEmpty();
        assertThat(advance.parked()).isNull();
        assertThat(news(advance)).hasSize(4);
    }

    @Test
    void theSameRecordsAgainChangeNothing() {
        // given
        CaseState known = after(CaseState.unknown(topic.id()), topic.events());

        // when
        CaseAdvance advance = CaseAdvance.of(known, topic.events());

        // then
        assertThat(advance.applied()).isEmpty();
        assertThat(advance.notifications()).isEmpty();
        assertThat(advance.held()).isEmpty();
        assertThat(advance.repeated()).isEqualTo(4);
    }

    @Test
    void aMissingSequenceParksTheCaseUntilItArrives() {
        // given
        CaseState first = after(CaseState.unknown(topic.id()), List.of(topic.event(1)));

        // when
        CaseAdvance gap = CaseAdvance.of(first, List.of(topic.event(3)));
        CaseAdvance later = CaseAdvance.of(after(first, gap), List.of(topic.event(4)));
        CaseAdvance filled = CaseAdvance.of(after(after(first, gap), later), List.of(topic.event(2)));

        // then
        assertThat(gap.parked()).isEqualTo(Parking.GAP);
        assertThat(gap.notifications()).isEmpty();
        assertThat(later.held()).containsExactly(topic.event(3), topic.event(4));
        assertThat(filled.parked()).isNull();
        assertThat(filled.applied()).containsExactly(topic.event(2), topic.event(3), topic.event(4));
        assertThat(news(filled)).hasSize(4);
        assertThat(filled.held()).isEmpty();
    }

    @Test
    void anotherEventForAKnownSequenceIsAForkThatStays() {
        // given
        CaseState known = after(CaseState.unknown(topic.id()), topic.events().subList(0, 3));
        PublishedEvent rival = CaseOnTopic.rivalOf(topic.event(3));

        // when
        CaseAdvance fork = CaseAdvance.of(known, List.of(rival));
        CaseAdvance next = CaseAdvance.of(after(known, fork), List.of(topic.event(4), topic.event(3)));

        // then
        assertThat(fork.parked()).isEqualTo(Parking.FORK);
        assertThat(fork.held()).containsExactly(rival);
        assertThat(next.parked()).isEqualTo(Parking.FORK);
        assertThat(next.applied()).isEmpty();
        assertThat(next.held()).containsExactly(rival, topic.event(4));
    }

    @Test
    void aBrokenHashLinkIsAFork() {
        // given
        CaseState known = after(CaseState.unknown(topic.id()), List.of(topic.event(1)));
        CaseOnTopic other = new CaseOnTopic("de-linde").openedMeldcode("nurse").signal("nurse");
        PublishedEvent s = other.event(2);
        PublishedEvent broken = new PublishedEvent(s.id(), s.source(), s.organisation(), topic.id(), 2, s.type(), 1,
                s.occurredAt(), s.recordedAt(), s.personRef(), null, List.of(), s.facts(), s.previousHash(), s.hash(), null);

        // when
        CaseAdvance advance = CaseAdvance.of(known, List.of(broken));

        // then
        assertThat(advance.parked()).isEqualTo(Parking.FORK);
        assertThat(advance.applied()).isEmpty();
    }

    @Test
    void aFirstEventWithAPredecessorIsAFork() {
        // given
        PublishedEvent s = topic.event(1);
        PublishedEvent headless = new PublishedEvent(s.id(), s.source(), s.organisation(), s.caseId(), 1, s.type(), 1,
                s.occurredAt(), s.recordedAt(), s.personRef(), null, List.of(), s.facts(), "00", s.hash(), null);

        // when
        CaseAdvance advance = CaseAdvance.of(CaseState.unknown(topic.id()), List.of(headless));

        // then
        assertThat(advance.parked()).isEqualTo(Parking.FORK);
    }

    @Test
    void aTypeOfALaterVersionParksTheCaseAndWhatFollowsWaits() {
        // given
        CaseOnTopic later = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .add("nurse", "SomethingOfNextYear", EventJson.object("{}"))
                .melding("nurse", "noord", MeldingChannel.MELDSPOOR);

        // when
        CaseAdvance advance = CaseAdvance.of(CaseState.unknown(later.id()), later.events());

        // then
        assertThat(advance.parked()).isEqualTo(Parking.UNREADABLE);
        assertThat(advance.applied()).containsExactly(later.event(1));
        assertThat(advance.held()).containsExactly(later.event(2), later.event(3));
        assertThat(news(advance)).isEmpty();
    }

    @Test
    void anOlderVersionOfATypeIsReadAsTheNewestAndTellsTheSame() {
        // given: a child check of before its version 2, with worrying answers
        ObjectNode facts = EventJson.object("{\"checkedOn\":\"2026-03-01\",\"dependentChildren\":true,\"clientCanProtect\":\"NO\"}");
        CaseOnTopic old = new CaseOnTopic("de-linde").openedMeldcode("nurse").add("nurse", "ChildCheckDone", 1, facts);
        CaseOnTopic now = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .add("nurse", "ChildCheckDone", 2, facts.deepCopy().put("assessmentNeeded", true));

        // when
        CaseAdvance fromOld = CaseAdvance.of(CaseState.unknown(old.id()), old.events());
        CaseAdvance fromNow = CaseAdvance.of(CaseState.unknown(now.id()), now.events());

        // then
        assertThat(fromOld.parked()).isNull();
        assertThat(fromOld.applied()).isEqualTo(old.events());
        assertThat(fromOld.notifications()).hasSameSizeAs(fromNow.notifications());
    }

    @Test
    void aVersionThatIsNotThereYetParksTheCase() {
        // given
        CaseOnTopic later = new CaseOnTopic("de-linde")
                .openedMeldcode("nurse")
                .add("nurse", "ChildCheckDone", 3, EventJson.object("{\"checkedOn\":\"2026-03-01\",\"dependentChildren\":false}"));

        // when
        CaseAdvance advance = CaseAdvance.of(CaseState.unknown(later.id()), later.events());

        // then
        assertThat(advance.parked()).isEqualTo(Parking.UNREADABLE);
        assertThat(advance.held()).containsExactly(later.event(2));
    }

    @Property(tries = 300)
    void anyOrderCutAndRepetitionTellsTheSame(@ForAll Random random) {
        // given
        Set<UUID> inOrder = ids(CaseAdvance.of(CaseState.unknown(topic.id()), topic.events()).notifications());
        List<PublishedEvent> records = new ArrayList<>(topic.events());
        for (int i = 0; i < 6; i++) {
            records.add(topic.events().get(random.nextInt(4)));
        }
        java.util.Collections.shuffle(records, random);

        // when
        CaseState state = CaseState.unknown(topic.id());
        List<Notification> told = new ArrayList<>();
        while (!records.isEmpty()) {
            List<PublishedEvent> batch = records.subList(0, 1 + random.nextInt(records.size()));
            CaseAdvance advance = CaseAdvance.of(state, batch);
            told.addAll(advance.notifications());
            state = after(state, advance);
            batch.clear();
        }

        // then
        assertThat(state.applied().events())
                .isEqualTo(topic.events().stream().map(AppliedCase.Mark::of).toList());
        assertThat(state.parked()).isNull();
        assertThat(state.held()).isEmpty();
        assertThat(told).hasSize(inOrder.size());
        assertThat(ids(told)).isEqualTo(inOrder);
    }

    /** What happened; duties apart. */
    private static List<Notification> news(CaseAdvance advance) {
        return advance.notifications().stream()
                .filter(n -> n.kind() != NotificationKind.OBLIGATION_AROSE)
                .toList();
    }

    private static Set<UUID> ids(List<Notification> notifications) {
        Set<UUID> ids = new HashSet<>();
        notifications.forEach(n -> ids.add(n.id()));
        return ids;
    }

    private static CaseState after(CaseState state, List<PublishedEvent> batch) {
        return after(state, CaseAdvance.of(state, batch));
    }

    private static CaseState after(CaseState state, CaseAdvance advance) {
        return new CaseState(state.caseId(), advance.reached(), advance.held(), advance.parked());
    }
}
