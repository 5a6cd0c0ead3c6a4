package nl.meldspoor.events.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meldspoor.events.EventJson;
import org.junit.jupiter.api.Test;

/** Version 1 of the canonical form and the chain, pinned by a golden file: what was once hashed must hash the same for ever. */
class CanonicalFormTest {

    private static final UUID CASE = UUID.fromString("0198f0c2-0000-7000-8000-000000000001");

    private static CanonicalEvent full() {
        return new CanonicalEvent(
                UUID.fromString("0198f0c3-0000-7000-8000-000000000002"),
                "de-linde",
                CASE,
                5,
                "SignalRecorded",
                1,
                Instant.parse("2026-03-01T20:00:00Z"),
                Instant.parse("2026-03-02T09:00:00.123Z"),
                "{\"v\":1}".getBytes(StandardCharsets.UTF_8),
                "b3",
                List.of("integration"),
                "{\"v\":1,\"x\":2}".getBytes(StandardCharsets.UTF_8),
                "c4",
                UUID.fromString("0198f0c4-0000-4000-8000-000000000003"),
                1,
                UUID.fromString("0198f0c5-0000-4000-8000-000000000004"),
                UUID.fromString("0198f0c6-0000-4000-8000-000000000005"),
                List.of("MEL-1"),
                EventJson.object("{\"perception\":\"SEEN\",\"forms\":[\"PHYSICAL\"],\"disclosure\":false,\"é☃\":1.50,\"a\":1e3}"),
                new byte[] {0, 1, (byte) 0xff},
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private static CanonicalEvent bare() {
        return new CanonicalEvent(
                UUID.fromString("0198f0c3-0000-7000-8000-00000000000a"), "waterland", CASE, 1, "CaseOpened", 1,
                Instant.parse("2026-03-01T20:00:00.1Z"), Instant.parse("2026-03-01T20:00:00.100Z"), new byte[0], "b3", List.of(), null, null,
                UUID.fromString("0198f0c4-0000-4000-8000-000000000003"), 1, UUID.fromString("0198f0c5-0000-4000-8000-000000000004"), null,
                List.of(), EventJson.object("{}"), new byte[0], null);
    }

    @Test
    void isWhatTheGoldenFileSays() throws IOException {
        // given
        String golden;
        try (var file = CanonicalFormTest.class.getResourceAsStream("canonical-form-1.txt")) {
            golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        // when
        String first = bare().text();
        String firstHash = HashChain.link(null, first);
        String second = full().text();
        String secondHash = HashChain.link(firstHash, second);

        // then
        assertThat(String.join("\n", first, firstHash, second, secondHash, "")).isEqualTo(golden);
    }

    @Test
    void refusesTextThatIsNotUnicode() {
        // given
        var facts = EventJson.mapper().createObjectNode().put("text", "half a pair \ud83d");

        // when, then
        assertThatThrownBy(() -> CanonicalEvent.canonical(facts)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        assertThat(CanonicalEvent.canonical(EventJson.object("{\"b\":1,\"a\":{\"d\":1,\"c\":2}}")))
                .isEqualTo(CanonicalEvent.canonical(EventJson.object("{\"a\":{\"c\":2,\"d\":1},\"b\":1}")))
                .isEqualTo("{\"a\":{\"c\":2,\"d\":1},\"b\":1}");
    }

    private static List<HashChain.Link> chain(String... texts) {
        List<HashChain.Link> links = new ArrayList<>();
        String previous = null;
        for (String text : texts) {
            String hash = HashChain.link(previous, text);
            links.add(new HashChain.Link(links.size() + 1, previous, text, hash));
            previous = hash;
        }
        return links;
    }

    @Test
    void aWholeChainHolds() {
        assertThat(HashChain.firstBroken(chain("a", "b", "c"))).isEmpty();
        assertThat(HashChain.firstBroken(List.of())).isEmpty();
    }

    @Test
    void everyChangeIsFoundWhereItIs() {
        // given
        List<HashChain.Link> whole = chain("a", "b", "c", "d");
        HashChain.Link third = whole.get(2);

        // when, then: another text; left out; another order; a rewritten end that does not link
        assertThat(HashChain.firstBroken(with(whole, 2, new HashChain.Link(3, third.previousHash(), "x", third.hash())))).hasValue(3);
        assertThat(HashChain.firstBroken(List.of(whole.get(0), whole.get(2), whole.get(3)))).hasValue(2);
        assertThat(HashChain.firstBroken(List.of(whole.get(0), whole.get(2), whole.get(1), whole.get(3)))).hasValue(2);
        assertThat(HashChain.firstBroken(with(whole, 2, new HashChain.Link(3, third.previousHash(), "x",
                        HashChain.link(third.previousHash(), "x")))))
                .hasValue(4);
        assertThat(HashChain.firstBroken(whole.subList(1, 4))).hasValue(1);
    }

    private static List<HashChain.Link> with(List<HashChain.Link> links, int index, HashChain.Link link) {
        List<HashChain.Link> changed = new ArrayList<>(links);
        changed.set(index, link);
        return changed;
    }
}
