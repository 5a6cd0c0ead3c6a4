package nl.meldspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody typed into an entry is in its sealed part, never in its facts: for every entry there is, and every one to come. */
class NothingPersonalInFactsTest {

    private static final String TYPED = "Zqxtyped";
    private static final LocalDate DAY_OF_A_PERSON = LocalDate.of(1931, 2, 3);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatWasTypedIsSealed(EventType type) {
        // given
        CaseEvent event = (CaseEvent) filled(type.record());

        // when
        ObjectNode facts = EventJson.facts(event);

        // then
        assertThat(facts.toString()).doesNotContain(TYPED);
        assertThat(EventJson.read(type, facts, EventJson.sealed(event, null, null).values())).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTextIsEitherSealedOrACodeOrDerived(EventType type) {
        assertThat(EventShape.of(type.record()).members())
                .filteredOn(m -> m.kind() == EventShape.Kind.TEXT && m.sealed() == null && !m.derived())
                .allSatisfy(m -> assertThat(m.constant()).as(m.name()).isNotNull());
    }

    /** A record in which every member a person may type into is filled; codes hold a code, derived members nothing. */
    private static Object filled(Class<?> record) {
        EventShape shape = EventShape.of(record);
        return shape.create(shape.members().stream()
                .map(m -> m.derived() ? derived(m) : value(m.type(), m.kind(), m.element(), m.elementKind(), m.constant()))
                .toArray());
    }

    /** The type of a replacement is what its JSON is read by. */
    private static Object derived(EventShape.Member member) {
        return member.name().equals("correctedType") ? EventType.SAFETY_MEASURE_TAKEN.eventName() : null;
    }

    private static Object value(
            Class<?> type, EventShape.Kind kind, Class<?> element, EventShape.Kind elementKind, String constant) {
        return switch (kind) {
            case TEXT -> constant != null ? constant : type == String.class ? TYPED : null;
            case CODE -> "code";
            case BOOLEAN -> Boolean.TRUE;
            case INTEGER -> 7;
            case ENUM -> type.getEnumConstants()[0];
            case MOMENT -> Instant.parse("2026-03-01T20:00:00Z");
            case DAY -> DAY_OF_A_PERSON;
            case UUID -> UUID.fromString("0198f0c2-0000-7000-8000-000000000001");
            case RECORD -> filled(type);
            case ENTRY -> filled(SafetyMeasureTaken.class);
            case LIST -> List.of(value(element, elementKind, null, null, null));
            case DERIVED_VALUE -> null;
        };
    }
}
