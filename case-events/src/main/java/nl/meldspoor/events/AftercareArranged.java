package nl.meldspoor.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** Aftercare was arranged, or found not needed (002 step 6). */
public record AftercareArranged(
        @HappenedAt LocalDate arrangedOn,
        @JsonProperty("for") AftercareFor forWhom,
        boolean needed,
        @Sealed(PersonKind.CLIENT) String description,
        @Sealed(PersonKind.STAFF) String by)
        implements CaseEvent {}
