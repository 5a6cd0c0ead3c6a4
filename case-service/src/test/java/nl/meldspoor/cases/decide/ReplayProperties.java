package nl.meldspoor.cases.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meldspoor.events.CaseEvent;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.RecordedEvent;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.CaseReach;
import nl.meldspoor.events.history.Deadlines;
import nl.meldspoor.events.history.Handovers;
import nl.meldspoor.events.history.Obligations;
import nl.meldspoor.events.history.Steps;
import org.junit.jupiter.api.Test;

/** Random entries of the whole catalogue in any order; jqwik prints the seed of a failure. */
class ReplayProperties {

    /** Enough stories that every kind of entry was accepted many times. */
    private static final int STORIES = 400;

    private static CaseHistory told(Route route, List<Long> seeds) {
        return RandomStory.told(route, seeds).history();
    }

    private static void assertTheSame(CaseHistory one, CaseHistory other) {
        assertThat(Obligations.of(one)).isEqualTo(Obligations.of(other));
        assertThat(Steps.of(one)).isEqualTo(Steps.of(other));
        assertThat(Deadlines.of(one, RandomStory.today())).isEqualTo(Deadlines.of(other, RandomStory.today()));
        assertThat(CaseReach.of(one)).isEqualTo(CaseReach.of(other));
        assertThat(Handovers.pending(one)).isEqualTo(Handovers.pending(other));
        assertThat(one.latestAssessment()).isEqualTo(other.latestAssessment());
        assertThat(one.standingDisclosure()).isEqualTo(other.standingDisclosure());
        assertThat(one.closed()).isEqualTo(other.closed());
        assertThat(one.version()).isEqualTo(other.version());
    }

    @Property(tries = 300)
    void replayedStateEqualsLiveState(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        // given: the live state, one event after the other
        List<RecordedEvent> recorded = told(route, seeds).events();
        CaseHistory live = CaseHistory.of(recorded.subList(0, 1));
        for (RecordedEvent event : recorded.subList(1, recorded.size())) {
            live = live.with(event);
        }

        // when
        CaseHistory replayed = CaseHistory.of(recorded);

        // then
        assertTheSame(replayed, live);
    }

    @Property(tries = 200)
    void everyVersionOfACaseIsTheCaseOfThen(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        // given
        CaseHistory now = told(route, seeds);

        for (long version = 1; version <= now.version(); version++) {
            // when
            CaseHistory then = now.upTo(version).orElseThrow();

            // then
            assertTheSame(then, CaseHistory.of(now.events().subList(0, (int) version)));
        }
    }

    @Property(tries = 200)
    void whatIsStoredIsReadBackAsItWas(@ForAll Route route, @ForAll("seeds") List<Long> seeds) {
        for (RecordedEvent event : told(route, seeds).events()) {
            CaseEvent again = EventJson.read(event.type(), EventJson.facts(event.data()));
            assertThat(again).isEqualTo(event.data());
        }
    }

    /** The stories would prove little if they held few kinds of entries. */
    @Test
    void theStoriesHoldEveryEntryOfBothRoutes() {
        // when
        Map<Route, Set<EventType>> accepted = new HashMap<>();
        for (long story = 0; story < STORIES; story++) {
            Random random = new Random(story);
            List<Long> seeds = LongStream.generate(random::nextLong).limit(60).boxed().toList();
            for (Route route : Route.values()) {
                told(route, seeds).events().forEach(e -> accepted.computeIfAbsent(route, r -> new HashSet<>()).add(e.type()));
            }
        }

        // then
        for (Route route : Route.values()) {
            assertThat(accepted.get(route))
                    .containsAll(RandomStory.drawn(route))
                    .hasSize(RandomStory.drawn(route).size() + 1);
        }
    }

    @Provide
    Arbitrary<List<Long>> seeds() {
        return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(40);
    }
}
