package nl.meldspoor.events;

import java.time.Instant;

/** 112 was called (000: zicht op veiligheid). */
public record EmergencyCalled(
        @HappenedAt Instant calledAt,
        @Constant("112") String service)
        implements CaseEvent {}
