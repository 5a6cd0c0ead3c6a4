package nl.meldspoor.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.notifications.CaseOnTopic;
import org.junit.jupiter.api.Test;

/** Which recipients a token makes of somebody. */
class ReaderTest {

    private static final String NURSE = CaseOnTopic.REFS.person("de-linde", "nurse");

    @Test
    void aPersonIsHimselfAndEachOfHisRolesInEachOfHisUnits() {
        // given
        Caller caller = caller("Nurse", Optional.of("de-linde"), Set.of("Team Oost", "Team West"), Optional.empty(), Role.SUPERVISOR);

        // when
        Reader reader = Reader.of(caller, CaseOnTopic.REFS);

        // then
        assertThat(reader.keys())
                .containsExactlyInAnyOrder(
                        "person/de-linde/" + NURSE,
                        "role/de-linde/supervisor",
                        "role/de-linde/supervisor/Team+Oost",
                        "role/de-linde/supervisor/Team+West");
        assertThat(reader.ref()).isEqualTo(NURSE);
        assertThat(reader.accusedKey()).isPresent();
    }

    @Test
    void aLiaisonIsNobodyButOneOfHisRegion() {
        // given
        Caller caller = caller("liaison", Optional.empty(), Set.of("Team Oost"), Optional.of("noord"), Role.VT_LIAISON);

        // when
        Reader reader = Reader.of(caller, CaseOnTopic.REFS);

        // then
        assertThat(reader.keys()).containsExactly("region/noord");
        assertThat(reader.accusedKey()).isEmpty();
    }

    @Test
    void aRegionWithoutTheRoleOfLiaisonOpensNothing() {
        // given
        Caller caller = caller("nurse", Optional.of("de-linde"), Set.of(), Optional.of("noord"), Role.PROFESSIONAL);

        // when
        Reader reader = Reader.of(caller, CaseOnTopic.REFS);

        // then
        assertThat(reader.keys()).doesNotContain("region/noord");
    }

    @Test
    void anIntegrationFindsOnlyWhatIsAddressedToThePersonItNames() {
        // given
        Caller caller = caller("ecd", Optional.of("de-linde"), Set.of(), Optional.empty(), Role.INTEGRATION);

        // when
        Reader reader = Reader.behalfOf("Nurse", caller, CaseOnTopic.REFS);

        // then
        assertThat(reader.keys()).containsExactly("person/de-linde/" + NURSE);
        assertThat(reader.ref()).isEqualTo(NURSE);
    }

    private static Caller caller(String user, Optional<String> organisation, Set<String> units, Optional<String> region, Role role) {
        return new Caller(user, organisation, units, region, Set.of(role), Optional.empty());
    }
}
