package nl.meldspoor.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each part listens, on the loopback address. */
public record StackPorts(int postgres, int kafka, int keycloak, int cases, int notifications, int reporting) {

    /** The fixed ports, each to be changed by an environment variable. */
    public static StackPorts fromEnvironment(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "MELDSPOOR_POSTGRES_PORT", 5432),
                port(environment, "MELDSPOOR_KAFKA_PORT", 9092),
                port(environment, "MELDSPOOR_KEYCLOAK_PORT", 8180),
                port(environment, "MELDSPOOR_CASE_PORT", 8081),
                port(environment, "MELDSPOOR_NOTIFICATION_PORT", 8082),
                port(environment, "MELDSPOOR_REPORTING_PORT", 8083));
    }

    /** Ports that are free at this moment. */
    public static StackPorts free() {
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** By the variable that changes it. */
    Map<String, Integer> byVariable() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("MELDSPOOR_POSTGRES_PORT", postgres);
        ports.put("MELDSPOOR_KAFKA_PORT", kafka);
        ports.put("MELDSPOOR_KEYCLOAK_PORT", keycloak);
        ports.put("MELDSPOOR_CASE_PORT", cases);
        ports.put("MELDSPOOR_NOTIFICATION_PORT", notifications);
        ports.put("MELDSPOOR_REPORTING_PORT", reporting);
        return ports;
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        var text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new CannotStart(variable + " is expected to be a port between 1 and 65535, but was " + text + ".");
    }
}
