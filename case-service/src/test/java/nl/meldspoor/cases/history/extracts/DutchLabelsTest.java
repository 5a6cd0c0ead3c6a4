package nl.meldspoor.cases.history.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meldspoor.events.EventShape;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Receipt;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.TermFact;
import nl.meldspoor.events.history.Steps;
import nl.meldspoor.http.Role;
import nl.meldspoor.terms.TermKind;
import nl.meldspoor.terms.TermState;
import org.junit.jupiter.api.Test;

class DutchLabelsTest {

    @Test
    void everyEventMemberAndCodeHasADutchWord() {
        // given
        List<String> missing = new ArrayList<>();

        // when
        for (EventType type : EventType.values()) {
            needs(missing, "event." + type.eventName());
            members(type.record(), missing, new LinkedHashSet<>());
        }

        // then
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMemberForReadersHasAFormThatCanBePrinted() {
        // given
        List<String> unprintable = new ArrayList<>();

        // when
        for (EventType type : EventType.values()) {
            for (EventShape.Member m : EventShape.of(type.record()).members()) {
                boolean odd = m.kind() == EventShape.Kind.DERIVED_VALUE || m.elementKind() == EventShape.Kind.DERIVED_VALUE;
                if (MemberRows.isForReaders(m) && odd) {
                    unprintable.add(type.eventName() + "." + m.name());
                }
            }
        }

        // then
        assertThat(unprintable).isEmpty();
    }

    @Test
    void stepsTermsAndRolesHaveADutchWord() {
        // given
        List<String> missing = new ArrayList<>();

        // when
        for (Route route : Route.values()) {
            for (int step = 1; step <= Steps.names(route).size(); step++) {
                needs(missing, "step." + route + "." + step);
            }
        }
        for (TermKind kind : TermKind.values()) {
            needs(missing, "term." + kind.id());
        }
        for (TermState state : TermState.values()) {
            needs(missing, "TermState." + state);
        }
        for (Role role : Role.values()) {
            if (role != Role.CLIENT_COUNCIL && role != Role.WORKS_COUNCIL) {
                needs(missing, "role." + role.code());
            }
        }

        // then
        assertThat(missing).isEmpty();
    }

    private static void needs(List<String> missing, String key) {
        if (DutchLabels.find(key).isEmpty()) {
            missing.add(key);
        }
    }

    private static void members(Class<?> record, List<String> missing, Set<Class<?>> seen) {
        if (!seen.add(record)) {
            return;
        }
        for (EventShape.Member m : EventShape.of(record).members()) {
            Class<?> held = m.element() == null ? m.type() : m.element();
            if (!MemberRows.isForReaders(m) || held == Receipt.class || held == TermFact.class) {
                continue;
            }
            boolean labelled = DutchLabels.find(record.getSimpleName() + "." + m.name())
                    .or(() -> DutchLabels.find("member." + m.name()))
                    .isPresent();
            if (!labelled) {
                missing.add(record.getSimpleName() + "." + m.name());
            }
            if (held.isRecord()) {
                members(held, missing, seen);
            } else if (held.isEnum()) {
                for (Object constant : held.getEnumConstants()) {
                    String name = ((Enum<?>) constant).name();
                    if (DutchLabels.find(held.getSimpleName() + "." + name).or(() -> DutchLabels.find("code." + name)).isEmpty()) {
                        missing.add(held.getSimpleName() + "." + name);
                    }
                }
            }
        }
    }
}
