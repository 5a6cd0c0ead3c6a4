package nl.meldspoor.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals(null, 250);

    @Test
    void ofTwoThatComeAtTheSameMomentForTheLastPlaceOneGetsIt() {
        // given: one place is taken, and whoever counts it waits for the other one to count, too, or to wait for his turn
        List<Thread> coming = new ArrayList<>();
        AtomicInteger counting = new AtomicInteger();
        arrivals.add(sleeper(() -> {
            counting.incrementAndGet();
            await().until(() -> counting.get() == 2 || coming.stream().anyMatch(t -> t.getState() == Thread.State.BLOCKED));
            return "boss";
        }), 10, 10);

        // when
        List<CompletableFuture<Arrivals.Room>> rooms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Arrivals.Room> room = new CompletableFuture<>();
            rooms.add(room);
            coming.add(Thread.ofPlatform().daemon().unstarted(() -> room.complete(arrivals.add(sleeper(() -> "boss"), 2, 10))));
        }
        coming.forEach(Thread::start);

        // then
        assertThat(rooms).extracting(CompletableFuture::join).containsExactlyInAnyOrder(Arrivals.Room.TAKEN, Arrivals.Room.NONE_FOR_THE_READER);
        assertThat(arrivals.waiting()).isEqualTo(2);
    }

    @Test
    void whenAllPlacesAreTakenNobodyGetsOne() {
        arrivals.add(sleeper(() -> "boss"), 10, 1);

        assertThat(arrivals.add(sleeper(() -> "nurse"), 10, 1)).isEqualTo(Arrivals.Room.NONE);
    }

    private static Arrivals.Sleeper sleeper(java.util.function.Supplier<String> reader) {
        return new Arrivals.Sleeper() {
            @Override
            public Set<String> keys() {
                return Set.of();
            }

            @Override
            public String readerRef() {
                return reader.get();
            }

            @Override
            public void wake() {}
        };
    }
}
