package nl.meldspoor.events;

import java.time.LocalDate;

/** An action taken or planned, as the IGJ asks. */
public record IGJAction(String kind, String text, @MayBeAbsent @Planned LocalDate dueOn) {}
