package nl.meldspoor.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.meldspoor.events.EventType;
import org.junit.jupiter.api.Test;

class EntryPathsTest {

    @Test
    void everyEntryOfTheCatalogueHasItsPath() {
        // when
        var paths = EntryPaths.BELOW_A_CASE.split("\\|");

        // then
        assertThat(paths)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type.isEntry() && type != EventType.CASE_OPENED)
                        .map(EventType::entryPath)
                        .toList());
    }
}
