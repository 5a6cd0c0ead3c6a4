package nl.meldspoor.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldspoor.events.EventType;
import nl.meldspoor.events.Route;
import nl.meldspoor.http.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of domain.md 2, written down once more by path: every role and every relation to a case, every entry. */
class EntryRightsTest {

    private static final String MELDCODE = "MELDCODE entries";
    private static final String CARE_RELATION = "CARE_RELATION entries";
    private static final String KEEPING = "keeping the record";

    private static Set<String> of(String... words) {
        Set<String> paths = new TreeSet<>();
        for (String word : words) {
            switch (word) {
                case MELDCODE -> paths.addAll(ofRoute(Route.MELDCODE));
                case CARE_RELATION -> paths.addAll(ofRoute(Route.CARE_RELATION));
                case KEEPING -> paths.addAll(Set.of("erasure", "person-erasures", "legal-holds", "legal-hold-liftings"));
                default -> {
                    if (word.startsWith("-")) {
                        paths.remove(word.substring(1));
                    } else {
                        paths.add(word);
                    }
                }
            }
        }
        return paths;
    }

    private static Set<String> ofRoute(Route route) {
        return Arrays.stream(EventType.values())
                .filter(t -> t.isEntry() && t.routes().contains(route) && !EventType.KEEPING.contains(t))
                .map(EventType::entryPath)
                .filter(p -> !p.equals("cases"))
                .collect(Collectors.toSet());
    }

    private static DynamicTest row(String who, Set<EventType> may, Set<String> expected) {
        Set<String> paths = may.stream().map(EventType::entryPath).collect(Collectors.toSet());
        return DynamicTest.dynamicTest(who, () -> assertThat(paths).isEqualTo(expected));
    }

    @TestFactory
    Stream<DynamicTest> whatARoleMayEverRecord() {
        String[] reporting = {"cases", "signals", "addressings", "internal-reports"};
        return Arrays.stream(Role.values()).map(role -> row(role.code(), ever(role), switch (role) {
            case PROFESSIONAL -> of(MELDCODE, "cases", "signals", "addressings", "internal-reports");
            case STAFF -> of(reporting);
            case SUPERVISOR, ATTENTION_OFFICER -> of(MELDCODE, CARE_RELATION, "cases", "-sanctions", "-dismissals");
            case REPORT_TEAM -> of(CARE_RELATION, "cases", "-sanctions", "-dismissals");
            case BOARD -> of(CARE_RELATION, KEEPING, "cases");
            case HR -> of("sanctions", "dismissals", "aftercare");
            case INVESTIGATOR -> of("hearings", "conversations", "investigations", "investigation-results");
            case POLICE_CONTACT -> of("criminal-suspicions", "police-contacts");
            case INTEGRATION -> of(MELDCODE, "cases", "signals", "internal-reports");
            case VT_LIAISON -> of("acknowledgements", "feedback");
            case AUDITOR, CLIENT_COUNCIL, WORKS_COUNCIL -> of();
        }));
    }

    private static Set<EventType> ever(Role role) {
        Set<EventType> may = EnumSet.noneOf(EventType.class);
        for (EventType type : EventType.values()) {
            if (EntryRights.mayEver(Set.of(role), type)) {
                may.add(type);
            }
        }
        return may;
    }

    @TestFactory
    Stream<DynamicTest> whatARelationToTheCaseGives() {
        return Arrays.stream(Ground.values()).map(ground -> row(ground.name(), ground.entries(), switch (ground) {
            case REPORT_TEAM, RECEIVED_OR_ASSIGNED -> of(CARE_RELATION, "-sanctions", "-dismissals");
            case BOARD -> of(CARE_RELATION, KEEPING);
            case KEEPER -> of(KEEPING);
            case ATTENTION_OFFICER, SUPERVISOR_OF_UNIT, OPENED_OR_HANDLES -> of(MELDCODE);
            case INVESTIGATOR -> of("hearings", "conversations", "investigations", "investigation-results");
            case POLICE_CONTACT -> of("criminal-suspicions", "police-contacts");
            case AUDITOR, INSPECTION -> of();
            case OPENED -> of("signals", "addressings", "internal-reports");
            case HR -> of("sanctions", "dismissals", "aftercare");
        }));
    }
}
