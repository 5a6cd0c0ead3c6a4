package nl.meldspoor.events;

import java.time.LocalDate;
import java.util.List;

/** The network around client or informal caregiver was mapped. */
public record NetworkMapped(
        @HappenedAt LocalDate mappedOn,
        ClientRole of,
        @Sealed(PersonKind.CLIENT) List<NetworkMember> members)
        implements CaseEvent {}
