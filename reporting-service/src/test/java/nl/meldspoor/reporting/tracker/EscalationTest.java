package nl.meldspoor.reporting.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.events.deadlines.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six weeks from 17 February to 31 March 2026: half on 10 March, a week on the 24th, two working days on the 27th. */
class EscalationTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 2, 17);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "2026-03-09, '',               ,           ,    , before the first rung",
        "2026-03-10, '',               , HALF_TERM, 15, half of it is gone",
        "2026-03-10, HALF_TERM,        ,           ,    , said already",
        "2026-03-26, HALF_TERM,        , ONE_WEEK, 3, two days late",
        "2026-04-07, HALF_TERM,        , MISSED, -3, asleep for two weeks: where it stands and nothing else",
        "2026-04-08, MISSED,           ,           ,    , it ends there",
        "2026-03-24, ONE_WORKING_DAY,  ,           ,    , the clock went back",
        "2026-03-20, HALF_TERM, 2026-03-20, MET, 7, met in time",
        "2026-03-20, 'HALF_TERM MET', 2026-03-20,  ,    , met and said",
        "2026-04-09, 'HALF_TERM MISSED', 2026-04-08, MET, -4, met late",
        "2026-04-09, '', 2026-04-08, MET, -4, met late while nobody looked",
        "2026-03-27, 'HALF_TERM MET',  , TWO_WORKING_DAYS, 2, what met it was taken back"
    })
    void saysOneThingAtMost(LocalDate today, String told, LocalDate metOn, Rung rung, Integer left, String why) {
        assertThat(Escalation.of(deadline(metOn, false, told), today).map(s -> s.rung() + " " + s.workingDaysLeft()))
                .isEqualTo(java.util.Optional.ofNullable(rung).map(r -> r + " " + left));
    }

    @Test
    void whatNobodyCanMeetAnyMoreRests() {
        assertThat(Escalation.of(deadline(null, true, ""), DUE.plusDays(1))).isEmpty();
    }

    @Test
    void theIdIsTheSameForTheSameRungAndAnotherForAnyOther() {
        // given
        WatchedDeadline deadline = deadline(null, false, "");

        // then
        assertThat(deadline.eventId(Rung.MISSED)).isEqualTo(deadline(null, false, "HALF_TERM").eventId(Rung.MISSED));
        assertThat(deadline.eventId(Rung.MISSED)).isNotEqualTo(deadline.eventId(Rung.MET));
        assertThat(deadline.eventId(Rung.MISSED).version()).isEqualTo(5);
    }

    private static WatchedDeadline deadline(LocalDate metOn, boolean resting, String told) {
        Set<Rung> rungs = told.isBlank()
                ? Set.of()
                : Arrays.stream(told.split(" ")).map(Rung::valueOf).collect(Collectors.toSet());
        return new WatchedDeadline(
                "de-linde",
                UUID.fromString("0198f0c2-0000-7000-8000-000000000001"),
                "OB-INVESTIGATE",
                "IGJ-DETERMINE",
                2,
                STARTED,
                DUE,
                metOn,
                resting,
                rungs);
    }
}
