package nl.meldspoor.cases.history.extracts;

import java.util.Optional;
import java.util.UUID;

/** Composes an extract of any kind. Pure: the same material gives the same extract. */
public final class Extracts {

    private Extracts() {}

    /**
     * @param kind one that exists on the route of the case
     * @param meldingId which melding; only for that kind, else null
     * @return empty when the case has no such melding
     */
    public static Optional<Extract> compose(ExtractKind kind, ExtractMaterial material, UUID meldingId) {
        if (!kind.isOn(material.history().route())) {
            throw new IllegalArgumentException("there is no " + kind.code() + " on route " + material.history().route());
        }
        return switch (kind) {
            case CLIENT_FILE -> Optional.of(ClientFile.of(material));
            case PERSONNEL_FILE -> Optional.of(PersonnelFile.of(material));
            case BOARD_REPORT -> Optional.of(BoardReport.of(material));
            case MELDING -> MeldingForm.of(material, meldingId);
            case IGJ_REPORT -> Optional.of(IGJForm.of(material));
        };
    }
}
