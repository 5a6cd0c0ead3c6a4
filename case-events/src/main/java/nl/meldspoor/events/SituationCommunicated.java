package nl.meldspoor.events;

import java.time.Instant;

/** People were told (002 step 6; Wkkgz art. 10 lid 3). */
public record SituationCommunicated(
        @HappenedAt Instant communicatedAt,
        Audience audience,
        AnnouncementSubject about,
        @Sealed(PersonKind.CLIENT) String message)
        implements CaseEvent {}
