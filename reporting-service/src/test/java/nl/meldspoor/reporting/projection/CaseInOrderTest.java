package nl.meldspoor.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meldspoor.events.PersonRefs;
import nl.meldspoor.events.PublishedEvent;
import nl.meldspoor.reporting.projection.Parking.Reason;
import nl.meldspoor.reporting.support.CaseStory;
import org.junit.jupiter.api.Test;

class CaseInOrderTest {

    private final CaseStory story = CaseStory.meldcode(new PersonRefs(new byte[32]), "de-linde", "anna", "Team Oost")
            .signal()
            .signal()
            .signal();

    @Test
    void appliesWhatComesInOrder() {
        // when
        CaseInOrder order = CaseInOrder.of(Progress.none(), Arrivals.of(story.events()));

        // then
        assertThat(order.apply()).extracting(PublishedEvent::id).containsExactlyElementsOf(ids());
        assertThat(order.keep()).isEmpty();
        assertThat(order.parking()).isEmpty();
    }

    @Test
    void putsInOrderWhatComesShuffledAndTwice() {
        // given
        List<PublishedEvent> shuffled = Stream.of(4, 2, 1, 2, 3, 4).map(story::event).toList();

        // when
        CaseInOrder order = CaseInOrder.of(Progress.none(), Arrivals.of(shuffled));

        // then
        assertThat(order.apply()).extracting(PublishedEvent::id).containsExactlyElementsOf(ids());
        assertThat(order.parking()).isEmpty();
    }

    @Test
    void dropsWhatIsThereAlready() {
        // when
        CaseInOrder order = CaseInOrder.of(after(4), Arrivals.of(story.events()));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.keep()).isEmpty();
        assertThat(order.parking()).isEmpty();
    }

    @Test
    void parksBehindAGapAndGoesOnWhenItFills() {
        // when
        CaseInOrder gap = CaseInOrder.of(after(1), Arrivals.of(List.of(story.event(3), story.event(4))));

        // then
        assertThat(gap.apply()).isEmpty();
        assertThat(gap.keep()).extracting(ArrivedRecord::sequence).containsExactly(3L, 4L);
        assertThat(gap.parking()).contains(new Parking(Reason.GAP, 2));

        // and when
        List<ArrivedRecord> together =
                Stream.concat(gap.keep().stream(), Stream.of(Arrivals.of(story.event(2)))).toList();
        CaseInOrder filled = CaseInOrder.of(after(1, gap.parking()), together);

        // then
        assertThat(filled.apply()).extracting(PublishedEvent::sequence).containsExactly(2L, 3L, 4L);
        assertThat(filled.keep()).isEmpty();
        assertThat(filled.parking()).isEmpty();
    }

    @Test
    void appliesWhatLiesBeforeTheGap() {
        // when
        CaseInOrder order = CaseInOrder.of(Progress.none(), Arrivals.of(List.of(story.event(1), story.event(3))));

        // then
        assertThat(order.apply()).extracting(PublishedEvent::sequence).containsExactly(1L);
        assertThat(order.parking()).contains(new Parking(Reason.GAP, 2));
    }

    @Test
    void seesAForkInAnotherEventAtAKnownSequence() {
        // given
        PublishedEvent other = CaseStory.forked(story.event(2));

        // when
        CaseInOrder order = CaseInOrder.of(after(3), Arrivals.of(List.of(other, story.event(4))));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.parking()).contains(new Parking(Reason.FORK, 2));
        assertThat(order.keep()).extracting(ArrivedRecord::eventId).containsExactly(other.id(), story.event(4).id());
    }

    @Test
    void seesAForkInABrokenHashLink() {
        // given: the second event of another history; the third links to what came before it there
        Progress otherHistory = new Progress(
                0, 2, "0".repeat(64), Optional.empty(), Map.of(1L, story.event(1).id()));

        // when
        CaseInOrder order = CaseInOrder.of(otherHistory, Arrivals.of(List.of(story.event(3))));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.parking()).contains(new Parking(Reason.FORK, 3));
    }

    @Test
    void seesAForkInTwoEventsForTheNextSequence() {
        // when
        CaseInOrder order = CaseInOrder.of(
                after(1), Arrivals.of(List.of(story.event(2), CaseStory.forked(story.event(2)), story.event(3))));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.keep()).hasSize(3);
        assertThat(order.parking()).contains(new Parking(Reason.FORK, 2));
    }

    @Test
    void aForkDoesNotHealByItself() {
        // given
        Progress forked = after(2, Optional.of(new Parking(Reason.FORK, 2)));

        // when
        CaseInOrder order = CaseInOrder.of(forked, Arrivals.of(List.of(story.event(3))));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.keep()).hasSize(1);
        assertThat(order.parking()).contains(new Parking(Reason.FORK, 2));
    }

    @Test
    void parksAtARecordThatIsNoEvent() {
        // given
        ArrivedRecord good = Arrivals.of(story.event(2));
        ArrivedRecord broken =
                new ArrivedRecord(good.caseId(), good.sequence(), good.eventId(), good.headers(), "{\"half\":");

        // when
        CaseInOrder order = CaseInOrder.of(after(1), List.of(broken, Arrivals.of(story.event(3))));

        // then
        assertThat(order.apply()).isEmpty();
        assertThat(order.keep()).extracting(ArrivedRecord::sequence).containsExactly(2L, 3L);
        assertThat(order.parking()).contains(new Parking(Reason.UNREADABLE, 2));
    }

    @Test
    void doesNotBelieveAValueThatNamesAnotherCaseThanItsHeaders() {
        // given
        ArrivedRecord good = Arrivals.of(story.event(1));
        ArrivedRecord misfiled = new ArrivedRecord(
                UUID.randomUUID(), good.sequence(), good.eventId(), new TreeMap<>(good.headers()), good.value());

        // when
        CaseInOrder order = CaseInOrder.of(Progress.none(), List.of(misfiled));

        // then
        assertThat(order.parking()).contains(new Parking(Reason.UNREADABLE, 1));
    }

    private Progress after(int sequence) {
        return after(sequence, Optional.empty());
    }

    private Progress after(int sequence, Optional<Parking> parking) {
        Map<Long, UUID> known = new HashMap<>();
        for (int s = 1; s <= sequence; s++) {
            known.put((long) s, story.event(s).id());
        }
        return new Progress(0, sequence, story.event(sequence).hash(), parking, known);
    }

    private List<UUID> ids() {
        return story.events().stream().map(PublishedEvent::id).toList();
    }
}
