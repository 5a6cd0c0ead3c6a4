package nl.meldspoor.cases.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.meldspoor.cases.store.AppendRequest;
import nl.meldspoor.cases.store.AppendResult;
import nl.meldspoor.cases.store.Commands;
import nl.meldspoor.cases.store.StoreFixture;
import nl.meldspoor.cases.store.StoredEvent;
import nl.meldspoor.cases.store.Waiting;
import nl.meldspoor.embedded.Database;
import nl.meldspoor.embedded.EmbeddedParts;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.proof.HashChain;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.SignedCheckpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log over a real store and a real Kafka: an auditor who kept one checkpoint sees whatever was done to the history since. */
class LogIT {

    @TempDir
    static Path folder;

    private static EmbeddedParts parts;
    private static StoreFixture store;
    private static LogTrees trees;
    private static SigningKeys keys;
    private static CheckpointTopic topic;

    @BeforeAll
    static void start() {
        parts = EmbeddedParts.fresh();
        store = StoreFixture.on(parts.postgres(Database.CASES));
        trees = new LogTrees(store.database());
        keys = new SigningKeys(folder.resolve("log-signing-key"));
        topic = new CheckpointTopic(parts.kafka().bootstrapServers(), (short) 1);
    }

    @AfterAll
    static void stop() {
        store.close();
        parts.close();
    }

    private static LogWriter writer() {
        return writer(Duration.ZERO, Clock.systemUTC());
    }

    private static LogWriter writer(Duration every, Clock clock) {
        return new LogWriter(store.database(), keys, topic, new LogWriter.Settings(1, every, Duration.ofMillis(100), Duration.ofSeconds(30)), clock);
    }

    private static LogId log(String organisation) {
        return new LogId(1, organisation);
    }

    private static UUID openCase(String organisation) {
        UUID caseId = UUID.randomUUID();
        append(of(organisation, Commands.open(caseId)));
        return caseId;
    }

    private static void signal(String organisation, UUID caseId) {
        append(of(organisation, Commands.record(store.events().load(caseId).orElseThrow(), "what was seen")));
    }

    private static AppendRequest of(String organisation, AppendRequest r) {
        return new AppendRequest(organisation, r.caseId(), r.expected(), r.events(), r.actor(), r.reach(), r.lookups(), r.commandId(), null,
                r.correlationId(), null, null, r.now());
    }

    private static void append(AppendRequest request) {
        assertThat(store.events().append(request)).isInstanceOf(AppendResult.Appended.class);
    }

    private static void write() {
        assertThat(writer().once()).isTrue();
    }

    private static SignedCheckpoint newest(String organisation) {
        return SignedCheckpoint.parse(trees.newest(log(organisation)).orElseThrow().note()).orElseThrow();
    }

    private static String key(String organisation) {
        return keys.of(log(organisation).origin()).getFirst().text();
    }

    /** The proof of a case as the service answers it. */
    private static String proof(String organisation, UUID caseId, Long from) {
        List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
        ObjectNode proof = EventJson.mapper().createObjectNode();
        proof.put("caseId", caseId.toString()).put("length", events.size()).put("head", events.getLast().hash()).put("algorithm", "SHA-256");
        var links = proof.putArray("events");
        events.forEach(e -> links.addObject()
                .put("sequence", e.sequence())
                .put("hash", e.hash())
                .put("previousHash", e.previousHash())
                .put("canonical", e.canonical().text()));
        var log = new LogProof();
        log.trees = trees;
        log.keys = keys;
        log.current = LogIT::log;
        log.of(organisation, caseId, null, from).ifPresent(told -> proof.set("log", told));
        return proof.toString();
    }

    /** As the owner of the tables, with the guards taken away. */
    private static void tamper(String sql) throws SQLException {
        try (Connection owner = parts.postgres(Database.CASES).connectAsSuperuser(Database.CASES.databaseName())) {
            owner.createStatement().execute("set role cases_owner");
            owner.createStatement().execute("alter table case_event disable trigger all");
            owner.createStatement().execute("alter table log_leaf disable trigger all");
            owner.createStatement().execute("alter table log_node disable trigger all");
            owner.createStatement().execute(sql);
            owner.createStatement().execute("alter table case_event enable always trigger case_event_refuses_change");
            owner.createStatement().execute("alter table log_leaf enable always trigger log_leaf_refuses_change");
            owner.createStatement().execute("alter table log_node enable always trigger log_node_refuses_change");
        }
    }

    @Test
    void everyEventHasOnePlaceAndEveryTreeGoesOnFromTheOneBefore() {
        // given
        List<UUID> cases = List.of(openCase("org-places"), openCase("org-places"), openCase("org-other"));
        List<SignedCheckpoint> kept = new ArrayList<>();

        // when
        for (int i = 0; i < 9; i++) {
            signal("org-places", cases.get(i % 2));
            write();
            kept.add(newest("org-places"));
        }

        // then
        var last = kept.getLast();
        assertThat(last.size()).isEqualTo(11);
        for (UUID caseId : cases.subList(0, 2)) {
            for (StoredEvent event : store.events().load(caseId).orElseThrow().events()) {
                long index = trees.leafOf(log("org-places"), caseId, event.sequence()).orElseThrow();
                assertThat(MerkleTree.includes(
                                index, 11, MerkleTree.leaf(HexFormat.of().parseHex(event.hash())), trees.inclusion(log("org-places"), index, 11), last.root()))
                        .isTrue();
            }
        }
        assertThat(kept).allSatisfy(earlier -> assertThat(MerkleTree.consistent(
                        earlier.size(), 11, earlier.root(), last.root(), trees.consistency(log("org-places"), earlier.size(), 11)))
                .isTrue());
        assertThat(trees.newest(log("org-other")).orElseThrow().size()).isOne();
        assertThat(topic.newest().get("meldspoor/org-places").note()).isEqualTo(last.note());
        assertThat(last.isSignedBy(keys.of("meldspoor/org-places").getFirst())).isTrue();
    }

    @Test
    void theRootIsThatOfTheLeavesAsTheyAreGivenOut() {
        UUID caseId = openCase("org-leaves");
        signal("org-leaves", caseId);
        signal("org-leaves", caseId);
        write();

        var leaves = trees.leaves(log("org-leaves"), 0, 3);

        assertThat(MerkleTree.root(3, (level, index) -> subtree(leaves, level, index))).isEqualTo(newest("org-leaves").root());
    }

    private static byte[] subtree(List<LogTrees.Leaf> leaves, int level, long index) {
        return level == 0
                ? MerkleTree.leaf(leaves.get((int) index).hash())
                : MerkleTree.node(subtree(leaves, level - 1, 2 * index), subtree(leaves, level - 1, 2 * index + 1));
    }

    @Test
    void aLargeTreeOfWhichOnlySomeLevelsAreKeptIsProvedToo() {
        // given
        UUID caseId = openCase("org-large");
        signals("org-large", caseId, 299);
        write();
        var kept = newest("org-large");
        signals("org-large", caseId, 400);

        // when
        write();

        // then
        var last = newest("org-large");
        assertThat(last.size()).isEqualTo(700);
        assertThat(store.number("select count(*) from log_node where organisation = 'org-large'")).isEqualTo(2);
        assertThat(MerkleTree.consistent(300, 700, kept.root(), last.root(), trees.consistency(log("org-large"), 300, 700))).isTrue();
        List<StoredEvent> events = store.events().load(caseId).orElseThrow().events();
        for (int index : new int[] {0, 255, 256, 300, 511, 512, 698, 699}) {
            assertThat(MerkleTree.includes(
                            index, 700, MerkleTree.leaf(HexFormat.of().parseHex(events.get(index).hash())), trees.inclusion(log("org-large"), index, 700), last.root()))
                    .isTrue();
        }
    }

    /** As many in a command as it may hold. */
    private static void signals(String organisation, UUID caseId, int count) {
        for (int left = count; left > 0; left -= 100) {
            append(of(organisation, Commands.request(
                    caseId,
                    store.events().load(caseId).orElseThrow().expected(),
                    IntStream.range(0, Math.min(left, 100)).mapToObj(i -> Commands.event(Commands.signal("seen " + i))).toList())));
        }
    }

    @Test
    void writersWhoComeAtTheSameMomentWriteEachLeafOnce() throws Exception {
        // given
        openCase("org-crowd");

        // when
        try (var executor = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(executor.submit(() -> {
                    append(of("org-crowd", Commands.open(UUID.randomUUID())));
                    try {
                        writer().once();
                    } catch (LogAppend.Fenced e) {
                        // the other one writes
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        Waiting.until(LogIT::writes);

        // then
        assertThat(store.number("select count(*) from log_leaf where organisation = 'org-crowd'")).isEqualTo(13);
        assertThat(store.number("select count(distinct leaf_index) from log_leaf where organisation = 'org-crowd' and leaf_index < 13")).isEqualTo(13);
        assertThat(newest("org-crowd").size()).isEqualTo(13);
    }

    private static boolean writes() {
        return writer().once();
    }

    @Test
    void theAuditorSeesThatTheLogGoesOnFromTheCheckpointHeKept() throws Exception {
        // given
        Auditor auditor = new Auditor(folder);
        UUID caseId = openCase("org-audit");
        write();
        var kept = newest("org-audit");
        signal("org-audit", openCase("org-audit"));
        signal("org-audit", caseId);
        write();

        // when
        var said = auditor.verifies(proof("org-audit", caseId, kept.size()), auditor.keeps("key", key("org-audit")), auditor.keeps("kept", kept.note()));

        // then
        assertThat(said.text()).contains("The chain is whole", "Signed: the case as a whole", "Anchored: the case as a whole");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void theAuditorSeesACaseThatWasTruncated() throws Exception {
        // given
        Auditor auditor = new Auditor(folder);
        UUID caseId = openCase("org-truncated");
        signal("org-truncated", caseId);
        signal("org-truncated", caseId);
        write();
        var kept = newest("org-truncated");

        // when
        tamper("delete from case_event where case_id = '" + caseId + "' and sequence = 3");

        // then: the chain is whole in itself
        var said = auditor.verifies(proof("org-truncated", caseId, null), auditor.keeps("key", key("org-truncated")), auditor.keeps("kept", kept.note()));
        assertThat(said.text()).contains("The chain is whole: 2 events", "NOT anchored");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void theAuditorSeesAHistoryThatWasRewrittenWithAllHashesMadeRight() throws Exception {
        // given
        Auditor auditor = new Auditor(folder);
        UUID caseId = openCase("org-rewritten");
        signal("org-rewritten", caseId);
        write();
        var kept = newest("org-rewritten");

        // when: the traceparent stands for any word of the event; event, leaf, tree and checkpoint are all made anew, and signed with our own key
        var second = store.events().load(caseId).orElseThrow().events().get(1);
        tamper("update case_event set traceparent = 'rewritten' where case_id = '" + caseId + "' and sequence = 2");
        var rewritten = store.events().load(caseId).orElseThrow().events().get(1);
        String hash = HashChain.link(second.previousHash(), rewritten.canonical().text());
        tamper("update case_event set hash = '\\x" + hash + "' where case_id = '" + caseId + "' and sequence = 2");
        tamper("update log_leaf set hash = '\\x" + hash + "' where case_id = '" + caseId + "' and sequence = 2");
        var first = HexFormat.of().parseHex(second.previousHash());
        byte[] root = MerkleTree.node(MerkleTree.leaf(first), MerkleTree.leaf(HexFormat.of().parseHex(hash)));
        var forged = keys.sign(SignedCheckpoint.of(kept.origin(), 2, root));
        tamper("update log_node set hash = '\\x" + HexFormat.of().formatHex(root) + "' where organisation = 'org-rewritten' and level = 1");
        tamper("update log_checkpoint set root = '\\x" + HexFormat.of().formatHex(root) + "', note = '" + forged.note() + "' where organisation = 'org-rewritten'");

        // then
        var said = auditor.verifies(proof("org-rewritten", caseId, null), auditor.keeps("key", key("org-rewritten")), auditor.keeps("kept", kept.note()));
        assertThat(said.text()).contains("The chain is whole", "Signed: the case as a whole", "NOT anchored", "does not go on from the checkpoint you kept");
        assertThat(said.exitCode()).isEqualTo(1);

        // and the next checkpoint is not signed, for what was published does not fit
        openCase("org-rewritten");
        var writer = writer();
        writer.once();
        assertThat(writer.refused()).containsKey("org-rewritten");
        assertThat(newest("org-rewritten").size()).isEqualTo(2);
    }

    @Test
    void aDatabaseOfAnEarlierDayDoesNotSignAShorterLogInSilence() throws Exception {
        // given
        UUID caseId = openCase("org-restored");
        signal("org-restored", caseId);
        signal("org-restored", caseId);
        write();
        assertThat(topic.newest().get("meldspoor/org-restored").size()).isEqualTo(3);

        // when: all of that organisation but its first event is as it was before
        tamper("delete from log_leaf where organisation = 'org-restored' and leaf_index > 0");
        tamper("delete from log_node where organisation = 'org-restored'");
        tamper("delete from log_checkpoint where organisation = 'org-restored'");
        tamper("update log_tree set size = 1 where organisation = 'org-restored'");

        // then
        var writer = writer();
        writer.once();
        assertThat(writer.refused()).containsOnlyKeys("org-restored");
        assertThat(writer.refused().get("org-restored")).contains("published with 3 events and has 1 now");
        assertThat(trees.newest(log("org-restored"))).isEmpty();

        // and also when it has grown past that size with other events
        for (int i = 0; i < 4; i++) {
            openCase("org-restored");
        }
        writer.once();
        assertThat(writer.refused().get("org-restored")).contains("no longer begins");
        assertThat(trees.newest(log("org-restored"))).isEmpty();
        assertThat(topic.newest().get("meldspoor/org-restored").size()).isEqualTo(3);
    }

    @Test
    void aCheckpointThatWasSignedBeforeACrashIsPublishedAfterIt() throws Exception {
        // given
        openCase("org-crash");
        var away = new PublishedCheckpoints() {
            @Override
            public Map<String, SignedCheckpoint> newest() {
                return Map.of();
            }

            @Override
            public void publish(SignedCheckpoint checkpoint) {
                if (checkpoint.origin().equals("meldspoor/org-crash")) {
                    throw new org.apache.kafka.common.KafkaException("planted");
                }
            }
        };
        var crashing = new LogWriter(
                store.database(), keys, away, new LogWriter.Settings(1, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(30)), Clock.systemUTC());
        assertThatThrownBy(crashing::once).hasMessage("planted");
        var signed = newest("org-crash");

        // when
        write();

        // then
        assertThat(topic.newest().get("meldspoor/org-crash").note()).isEqualTo(signed.note());
        assertThat(newest("org-crash").size()).isOne();
    }

    @Test
    void bothKeysSignWhileTheyAreChanged() throws Exception {
        // given
        var next = new SigningKeys(folder.resolve("next-key"));
        var nextKey = next.of("meldspoor/org-keys").getFirst();
        keys.of("meldspoor/org-keys");
        Path both = folder.resolve("both-keys");
        java.nio.file.Files.writeString(
                both, java.nio.file.Files.readString(folder.resolve("log-signing-key")) + java.nio.file.Files.readString(folder.resolve("next-key")));
        openCase("org-keys");

        // when
        new LogWriter(
                        store.database(), new SigningKeys(both), topic,
                        new LogWriter.Settings(1, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(30)), Clock.systemUTC())
                .once();

        // then
        assertThat(newest("org-keys").isSignedBy(keys.of("meldspoor/org-keys").getFirst())).isTrue();
        assertThat(newest("org-keys").isSignedBy(nextKey)).isTrue();
        assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("next-key"))).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void aClockThatWasWeeksAheadKeepsNobodyFromWritingOrSigning() throws Exception {
        // given: who signed and holds the lease died, and the clocks are right again
        String organisation = "ahead-" + UUID.randomUUID();
        UUID caseId = openCase(organisation);
        Duration minute = Duration.ofMinutes(1);
        assertThat(writer(minute, Clock.offset(Clock.systemUTC(), Duration.ofDays(30))).once()).isTrue();
        tamper("update log_writer set holder = gen_random_uuid(), lease_until = clock_timestamp() + interval '30 days'");
        signal(organisation, caseId);

        // when
        assertThat(writer(minute, Clock.systemUTC()).once()).isTrue();

        // then
        assertThat(newest(organisation).size()).isEqualTo(2);
    }

    @Test
    void nobodyChangesALeafOrASubtree() throws Exception {
        openCase("org-guarded");
        write();

        for (String sql : List.of("update log_leaf set leaf_index = 7", "delete from log_leaf", "truncate log_node", "delete from log_node")) {
            try (Connection superuser = store.superuser()) {
                assertThatThrownBy(() -> superuser.createStatement().execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
            }
        }
    }
}
