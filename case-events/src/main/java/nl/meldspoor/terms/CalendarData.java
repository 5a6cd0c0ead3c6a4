package nl.meldspoor.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * The versioned part of the calendar: which days were equated with feast days, known up to which horizon. A new decree
 * adds a version at the end of {@code calendars.json}; a version that was ever used stays, because events name it.
 */
record CalendarData(String version, LocalDate horizon, List<Decree> decrees) {

    private static final String RESOURCE = "calendars.json";

    /** All versions, oldest first. */
    static List<CalendarData> load() {
        try (InputStream data = CalendarData.class.getResourceAsStream(RESOURCE)) {
            if (data == null) {
                throw new IllegalStateException("expected resource " + RESOURCE + " beside " + CalendarData.class);
            }
            List<CalendarData> versions = new ArrayList<>();
            new ObjectMapper().readTree(data).required("versions").forEach(node -> versions.add(version(node)));
            return List.copyOf(versions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarData version(JsonNode node) {
        List<Decree> decrees = new ArrayList<>();
        node.required("decrees").forEach(decree -> decrees.add(decree(decree)));
        return new CalendarData(
                node.required("id").textValue(),
                LocalDate.parse(node.required("horizon").textValue()),
                List.copyOf(decrees));
    }

    private static Decree decree(JsonNode node) {
        TreeSet<LocalDate> days = new TreeSet<>();
        node.required("days").forEach(day -> days.add(LocalDate.parse(day.textValue())));
        return new Decree(
                node.required("id").textValue(),
                new BilingualText(
                        node.required("nl").textValue(), node.required("en").textValue()),
                node.required("source").textValue(),
                Collections.unmodifiableSortedSet(days));
    }
}
