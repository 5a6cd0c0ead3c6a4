package nl.meldspoor.events.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HappenedTest {

    private static final Happened MORNING = Happened.at(Instant.parse("2026-03-03T08:00:00Z"));
    private static final Happened EVENING = Happened.at(Instant.parse("2026-03-03T20:00:00Z"));
    private static final Happened THAT_DAY = Happened.on(LocalDate.parse("2026-03-03"));
    private static final Happened NEXT_DAY = Happened.on(LocalDate.parse("2026-03-04"));

    @Test
    void momentsCompareExactly() {
        assertThat(MORNING.isBefore(EVENING)).isTrue();
        assertThat(EVENING.isAfter(MORNING)).isTrue();
        assertThat(MORNING.isBefore(MORNING)).isFalse();
    }

    @Test
    void aDayIsNeitherBeforeNorAfterAMomentOfThatDay() {
        assertThat(THAT_DAY.isBefore(EVENING)).isFalse();
        assertThat(THAT_DAY.isAfter(MORNING)).isFalse();
        assertThat(MORNING.isBefore(THAT_DAY)).isFalse();
    }

    @Test
    void otherDaysCompareAsDays() {
        assertThat(EVENING.isBefore(NEXT_DAY)).isTrue();
        assertThat(NEXT_DAY.isAfter(THAT_DAY)).isTrue();
    }

    @Test
    void theDayIsTheOneInAmsterdam() {
        assertThat(Happened.at(Instant.parse("2026-03-29T22:30:00Z")).day()).isEqualTo("2026-03-30");
        assertThat(NEXT_DAY.asMoment()).isEqualTo(Instant.parse("2026-03-03T23:00:00Z"));
        assertThatThrownBy(() -> new Happened(LocalDate.parse("2026-03-04"), Instant.parse("2026-03-03T08:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLatestIsAtLeastAsLateAsAllOthers() {
        assertThat(Stream.of(EVENING, THAT_DAY, MORNING).max(Happened.LATEST_LAST)).contains(THAT_DAY);
        assertThat(Stream.of(NEXT_DAY, EVENING).max(Happened.LATEST_LAST)).contains(NEXT_DAY);
    }
}
