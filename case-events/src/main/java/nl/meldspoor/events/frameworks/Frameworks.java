package nl.meldspoor.events.frameworks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.Framework;

/** The weighing frameworks, from {@code frameworks.json}: texts are data, and change with a new version. */
public final class Frameworks {

    private record Document(List<WeighingFramework> frameworks) {}

    private static final List<WeighingFramework> ALL = load();

    private Frameworks() {}

    /** In the order of {@link Framework}. */
    public static List<WeighingFramework> all() {
        return ALL;
    }

    public static WeighingFramework of(Framework code) {
        return ALL.stream()
                .filter(f -> f.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected the texts of " + code + ", but there are none"));
    }

    private static List<WeighingFramework> load() {
        try (InputStream in = Frameworks.class.getResourceAsStream("frameworks.json")) {
            return List.copyOf(EventJson.mapper().readValue(in, Document.class).frameworks());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
