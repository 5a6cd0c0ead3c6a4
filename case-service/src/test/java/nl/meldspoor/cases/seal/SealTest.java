package nl.meldspoor.cases.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.PersonKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content opens under its own key in its own place, and nowhere else; a destroyed key takes just its part along. */
class SealTest {

    private static final String ORGANISATION = "de-linde";

    @TempDir
    private Path folder;

    private final Kept kept = new Kept();
    private final UUID caseId = UUID.randomUUID();
    private final UUID eventId = UUID.randomUUID();
    private Seal seal;

    @BeforeEach
    void newSeal() {
        seal = new Seal(new MasterKeyFile(folder.resolve("master.json"), kept), kept);
    }

    /** Keys in memory, counting what is asked of the store. */
    private static final class Kept implements WrappedKeys {
        private final Map<UUID, Map<String, byte[]>> keys = new HashMap<>();
        private byte[] check;

        @Override
        public Map<String, byte[]> find(UUID subject) {
            return Map.copyOf(keys.getOrDefault(subject, Map.of()));
        }

        @Override
        public Map<String, byte[]> putIfAbsent(String organisation, UUID subject, Map<String, byte[]> wrapped) {
            wrapped.forEach((kind, key) -> keys.computeIfAbsent(subject, s -> new HashMap<>()).putIfAbsent(kind, key));
            return find(subject);
        }

        @Override
        public Optional<byte[]> masterKeyCheck() {
            return Optional.ofNullable(check);
        }

        @Override
        public byte[] putMasterKeyCheckIfAbsent(byte[] fresh) {
            check = check == null ? fresh : check;
            return check;
        }
    }

    private record Event(UUID eventId, int schemaVersion, SealedContent actor, SealedContent onBehalfOf, SealedContent sealed)
            implements SealedEvent {
        Event(UUID eventId, Seal.SealedParts parts) {
            this(eventId, 1, parts.actor(), parts.onBehalfOf(), parts.sealed());
        }
    }

    private static ObjectNode json(String text) {
        return EventJson.object(text);
    }

    private Event sealed(Map<PersonKind, ObjectNode> parts) {
        return new Event(eventId, seal.seal(ORGANISATION, caseId, eventId, 1, parts, PersonKind.STAFF, "jan", "piet"));
    }

    private Opened open(SealedEvent event) {
        return seal.open(ORGANISATION, caseId, List.of(event)).getFirst();
    }

    @Test
    void opensWhatWasSealedAndShowsNothingBefore() {
        // given
        Map<PersonKind, ObjectNode> parts = Map.of(
                PersonKind.CLIENT, json("{\"description\":\"planted\",\"waiver\":{\"motivation\":\"planted\"}}"),
                PersonKind.REPORTER, json("{\"sourceDetails\":\"planted\"}"));

        // when
        Event event = sealed(parts);

        // then
        assertThat(open(event)).isEqualTo(new Opened(parts, "jan", "piet"));
        assertThat(event.sealed().members()).containsExactly("description", "sourceDetails", "waiver.motivation");
        assertThat(new String(event.sealed().bytes(), StandardCharsets.UTF_8)).doesNotContain("planted");
        assertThat(new String(event.actor().bytes(), StandardCharsets.UTF_8)).doesNotContain("jan").contains("STAFF");
    }

    @Test
    void hasTheFormThatIsStored() {
        // when
        Event event = sealed(Map.of(PersonKind.CLIENT, json("{\"description\":\"x\"}")));

        // then
        assertThat(new String(event.sealed().bytes(), StandardCharsets.UTF_8))
                .matches("\\{\"v\":1,\"boxes\":\\[\\{\"person\":\"CLIENT\",\"members\":\\[\"description\"],\"box\":\"[A-Za-z0-9+/=]+\"}]}");
        assertThat(SealedContent.read(event.sealed().bytes())).isEqualTo(event.sealed());
    }

    @Test
    void theSameContentTwiceLooksDifferent() {
        // given
        Map<PersonKind, ObjectNode> parts = Map.of(PersonKind.CLIENT, json("{\"description\":\"x\"}"));

        // when, then
        assertThat(sealed(parts).sealed()).isNotEqualTo(sealed(parts).sealed());
    }

    @Test
    void aBoxOpensOnlyWhereItWasSealed() {
        // given
        Event event = sealed(Map.of(PersonKind.STAFF, json("{\"decidedBy\":\"x\"}"), PersonKind.CLIENT, json("{\"description\":\"x\"}")));
        Event otherEvent = new Event(UUID.randomUUID(), 1, event.actor(), event.onBehalfOf(), event.sealed());
        Event otherVersion = new Event(eventId, 2, event.actor(), event.onBehalfOf(), event.sealed());
        Event swapped = new Event(eventId, 1, event.onBehalfOf(), event.actor(), event.sealed());
        SealedContent.Box client = event.sealed().boxes().getFirst();
        Event renamed = new Event(eventId, 1, event.actor(), null,
                SealedContent.of(List.of(new SealedContent.Box(PersonKind.CLIENT, List.of("note"), client.cipherText()))));
        Event otherPerson = new Event(eventId, 1, event.actor(), null,
                SealedContent.of(List.of(new SealedContent.Box(PersonKind.STAFF, client.members(), client.cipherText()))));

        // when, then
        assertThat(open(event).parts()).hasSize(2);
        for (Event moved : List.of(otherEvent, otherVersion, renamed, otherPerson)) {
            assertThatThrownBy(() -> open(moved)).isInstanceOf(IllegalStateException.class).hasMessageContaining("changed or moved");
        }
        assertThatThrownBy(() -> seal.open("waterland", caseId, List.of(event))).isInstanceOf(IllegalStateException.class);
        // the names say which is which as well
        assertThat(SealedContent.read(swapped.actor().bytes()).members()).containsExactly("@onBehalfOf");
    }

    @Test
    void aDestroyedKeyTakesItsPartAlongAtOnceAndNothingElse() {
        // given
        Event event = sealed(Map.of(
                PersonKind.CLIENT, json("{\"description\":\"x\"}"), PersonKind.REPORTER, json("{\"sourceDetails\":\"y\"}")));
        assertThat(open(event).parts()).hasSize(2);

        // when
        kept.keys.get(caseId).remove("REPORTER");
        kept.keys.get(caseId).remove("STAFF");

        // then
        assertThat(open(event)).isEqualTo(new Opened(Map.of(PersonKind.CLIENT, json("{\"description\":\"x\"}")), null, null));
    }

    @Test
    void keysAreKeptPerCaseAndPersonBeforeAnythingIsSealedWithThem() {
        // when
        sealed(Map.of(PersonKind.ACCUSED, json("{\"account\":\"x\"}")));

        // then
        assertThat(kept.keys.get(caseId)).containsOnlyKeys("ACCUSED", "STAFF");
    }

    @Test
    void twoServicesThatSealTheSameCaseFirstEndUpWithTheSameKeys() {
        // given: a second service that has not seen the case
        Seal other = new Seal(new MasterKeyFile(folder.resolve("master.json"), kept), kept);
        Event ours = sealed(Map.of(PersonKind.CLIENT, json("{\"description\":\"ours\"}")));

        // when
        Event theirs = new Event(eventId,
                other.seal(ORGANISATION, caseId, eventId, 1, Map.of(PersonKind.CLIENT, json("{\"description\":\"theirs\"}")), PersonKind.STAFF, "kees", null));

        // then
        assertThat(open(theirs).parts().get(PersonKind.CLIENT).path("description").asText()).isEqualTo("theirs");
        assertThat(other.open(ORGANISATION, caseId, List.of(ours)).getFirst().userName()).isEqualTo("jan");
    }

    @Test
    void theMasterKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        // when
        sealed(Map.of());

        // then
        Path file = folder.resolve("master.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("AesGcmKey");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aWrongOrLostMasterKeyIsRefused() throws IOException {
        // given
        sealed(Map.of());
        Path file = folder.resolve("master.json");
        Path other = folder.resolve("other.json");
        new MasterKeyFile(other, new Kept()).get();

        // when, then
        assertThatThrownBy(() -> MasterKey.open(other, kept)).isInstanceOf(WrongMasterKey.class).hasMessageContaining("other.json");
        Files.delete(file);
        assertThatThrownBy(() -> MasterKey.open(file, kept)).isInstanceOf(WrongMasterKey.class).hasMessageContaining("put the master key file back");
        assertThat(file).doesNotExist();
        Files.writeString(file, "not a keyset");
        assertThatThrownBy(() -> MasterKey.open(file, kept)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void namesInTheAccessLogOpenInTheirEntryOnly() {
        // given
        SealedNames names = new SealedNames(new MasterKeyFile(folder.resolve("master.json"), kept), kept);
        UUID entry = UUID.randomUUID();

        // when
        byte[] sealed = names.seal(ORGANISATION, entry, "jan");

        // then
        assertThat(names.opening(ORGANISATION).name(entry, sealed)).isEqualTo("jan");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("jan");
        assertThatThrownBy(() -> names.opening(ORGANISATION).name(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
    }
}
