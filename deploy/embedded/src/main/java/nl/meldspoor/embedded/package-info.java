/**
 * Real PostgreSQL, Kafka and Keycloak from Maven artifacts, for {@code ./meldspoor up} and for every test. No Docker.
 *
 * <p>A plain test with a database:
 *
 * <pre>{@code
 * var postgres = EmbeddedParts.shared().postgres(Database.CASES);   // migrated
 * try (var asService = postgres.connect(Database.CASES, Database.CASES.serviceRole())) { … }
 * try (var asOwner = postgres.connect(Database.CASES, Database.CASES.ownerRole())) { … }
 * }</pre>
 *
 * <p>A Quarkus test, through a class in the service's own test folder:
 *
 * <pre>{@code
 * public class RealParts implements QuarkusTestResourceLifecycleManager {
 *     public Map<String, String> start() {
 *         return EmbeddedParts.shared().config(Database.CASES);      // or databaseConfig(…): without Kafka
 *     }
 *     public void stop() {}                                          // goes with the Java process
 * }
 *
 * @QuarkusTest
 * @QuarkusTestResource(RealParts.class)
 * class SignalsIT { … }
 * }</pre>
 *
 * <p>A test that kills or wipes takes {@link nl.meldspoor.embedded.EmbeddedParts#fresh()} and its
 * {@code postgres().kill()}, {@code kafka().wipe()}, {@code start()}: same port, same data.
 */
package nl.meldspoor.embedded;
