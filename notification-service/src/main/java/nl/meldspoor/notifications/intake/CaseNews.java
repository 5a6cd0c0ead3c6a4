package nl.meldspoor.notifications.intake;

import java.util.UUID;

/**
 * What another topic than that of its events says of a case.
 *
 * @param organisation whose case it is, as the record says; only the case itself can tell whether that is true
 * @param says what it says
 */
record CaseNews<T>(UUID eventId, UUID caseId, String organisation, T says) {}
