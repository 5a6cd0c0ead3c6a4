package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the database roles: made once per data folder and kept in a file that only its owner can read. */
final class Passwords {

    private static final String SUPERUSER = "postgres";

    private final Properties values;

    private Passwords(Properties values) {
        this.values = values;
    }

    /** Reads the file, or makes it. */
    static Passwords in(Path file) {
        try {
            var values = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            } else {
                values.setProperty(SUPERUSER, random());
                for (var database : Database.values()) {
                    values.setProperty(database.ownerRole(), random());
                    values.setProperty(database.serviceRole(), random());
                }
                PrivateFile.write(file, text(values));
            }
            return new Passwords(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String role) {
        var value = values.getProperty(role);
        if (value == null) {
            throw new IllegalArgumentException("expected one of " + values.stringPropertyNames() + ", but was " + role);
        }
        return value;
    }

    private static String text(Properties values) {
        var text = new StringBuilder();
        values.stringPropertyNames().stream()
                .sorted()
                .forEach(role -> text.append(role).append('=').append(values.getProperty(role)).append('\n'));
        return text.toString();
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
