package nl.meldspoor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What {@code ./meldspoor parked}, {@code release}, {@code resend} and {@code rebuild} run, on the running PostgreSQL.
 *
 * <p>Arguments: {@code DATA parked}, {@code DATA release CASE}, {@code DATA resend CASE} or {@code DATA rebuild}.
 */
final class Operate {

    private Operate() {}

    /** See the class. */
    public static void main(String[] arguments) {
        try {
            Path data = Path.of(arguments[0]).toAbsolutePath().normalize();
            EmbeddedPostgres postgres = running(data);
            ParkedCases cases = new ParkedCases(postgres);
            switch (arguments[1]) {
                case "parked" -> System.out.print(cases.list());
                case "release" -> System.out.print(cases.release(caseId(arguments[2])));
                case "resend" -> System.out.print(cases.resend(caseId(arguments[2])));
                case "rebuild" -> new ProjectionRebuild(postgres, System.out::println).run();
                default -> throw new CannotStart("There is no command " + arguments[1] + ".");
            }
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException | RuntimeException e) {
            System.err.println("That did not work: " + e.getMessage());
            System.exit(1);
        }
    }

    private static EmbeddedPostgres running(Path data) {
        if (!Files.exists(data.resolve("postgres/data/PG_VERSION"))) {
            throw new CannotStart("There is no database in " + data + " yet.");
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.at(
                data.resolve("postgres"), StackPorts.fromEnvironment(System.getenv()).postgres());
        if (!postgres.isRunning()) {
            throw new CannotStart("PostgreSQL does not run on " + data + ": ./meldspoor up starts it.");
        }
        return postgres;
    }

    private static UUID caseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("A case id is expected, as ./meldspoor parked prints it.");
        }
    }
}
