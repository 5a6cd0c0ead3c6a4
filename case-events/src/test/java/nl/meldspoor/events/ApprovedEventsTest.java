package nl.meldspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event and version, in both directions: what is written is what was approved, and whatever was ever approved can be
 * read. A file of an older version is never changed: such events are in stores.
 */
class ApprovedEventsTest {

    private static final Approved APPROVED = new Approved("approved");

    record TypeAndVersion(EventType type, int version) {
        String name() {
            return type.eventName() + ".v" + version;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<TypeAndVersion> allVersions() {
        return Stream.of(EventType.values())
                .flatMap(type -> Stream.iterate(1, v -> v <= type.schemaVersion(), v -> v + 1)
                        .map(version -> new TypeAndVersion(type, version)));
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatWasApproved(EventType type) {
        ObjectNode written = EventJson.mapper().createObjectNode();
        written.set("facts", EventJson.facts(Samples.of(type)));
        ObjectNode sealed = written.putObject("sealed");
        EventJson.sealed(Samples.of(type), "text", "text").forEach((person, part) -> sealed.set(person.name(), part));

        APPROVED.check(new TypeAndVersion(type, type.schemaVersion()).name(), written);
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void readsWhatWasApprovedInAnyVersion(TypeAndVersion of) {
        // given
        ObjectNode approved = APPROVED.read(of.name());
        List<ObjectNode> sealed = new ArrayList<>();
        approved.get("sealed").forEach(part -> sealed.add((ObjectNode) part));

        // when
        ObjectNode upcast = Upcasters.toNewest(of.type(), of.version(), (ObjectNode) approved.get("facts"));

        // then: the same as if it was written today
        assertThat(EventJson.read(of.type(), upcast, sealed)).isEqualTo(Samples.of(of.type()));
        assertThat(EventJson.read(of.type(), of.version(), (ObjectNode) approved.get("facts")))
                .isInstanceOf(of.type().record());
    }

    @Test
    void everyVersionIsApprovedAndNothingElse() {
        assertThat(APPROVED.names())
                .containsExactlyInAnyOrderElementsOf(
                        allVersions().map(TypeAndVersion::name).toList());
    }
}
