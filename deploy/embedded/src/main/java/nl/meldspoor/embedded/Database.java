package nl.meldspoor.embedded;

/** The databases of Meldspoor, each with a role that owns its tables and a role that the service works as. */
public enum Database {
    CASES("case-service"),
    REPORTING("reporting-service"),
    NOTIFICATIONS("notification-service");

    private final String service;

    Database(String service) {
        this.service = service;
    }

    /** The service that reads and writes it; also the folder of its migrations. */
    public String service() {
        return service;
    }

    /** Its name in the cluster: {@code meldspoor_cases}, … */
    public String databaseName() {
        return "meldspoor_" + shortName();
    }

    /** Runs the migrations and owns what they make: {@code cases_owner}, … */
    public String ownerRole() {
        return shortName() + "_owner";
    }

    /** What the service signs in as; owns nothing: {@code cases_service}, … */
    public String serviceRole() {
        return shortName() + "_service";
    }

    private String shortName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
