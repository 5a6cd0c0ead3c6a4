package nl.meldspoor.events;

/** Why a melding was not announced to the client. */
public record MeldingWaiver(WaiverGround ground, @Sealed(PersonKind.CLIENT) String motivation) {}
