package nl.meldspoor.events;

/** With whom was consulted. */
public enum ConsultedParty {
    COLLEAGUE,
    SUPERVISOR,
    ATTENTION_OFFICER,
    REPORT_TEAM,
    INJURY_EXPERT,
    VEILIG_THUIS,
    POLICE,
    OTHER_ORGANISATION,
    CONFIDANT
}
