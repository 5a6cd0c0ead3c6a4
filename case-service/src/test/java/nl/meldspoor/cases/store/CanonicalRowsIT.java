package nl.meldspoor.cases.store;

import static nl.meldspoor.cases.store.Commands.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.meldspoor.events.EventJson;
import nl.meldspoor.events.Route;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The canonical form is recomputed from what PostgreSQL gives back, and covers every column it should. */
class CanonicalRowsIT {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void theHashIsThatOfTheRowAsItReadsBack() {
        // given: every column filled, text of all kinds
        UUID caseId = UUID.randomUUID();
        store.events().append(open(caseId));
        Actor integration = new Actor("ecd", "aa", List.of("integration", "a \"quoted\" role"), "dr. é", "bb");
        store.events().append(new AppendRequest("de-linde", caseId, store.events().load(caseId).orElseThrow().expected(),
                List.of(new NewEvent(UUID.randomUUID(), Commands.signal("☃ \"quoted\" \\ 👩‍⚕️"), "a note", "why", List.of("MEL-1", "POL-1"),
                        Instant.parse("2026-02-28T23:59:59.999999999Z"))),
                integration, Commands.reach(Route.MELDCODE), List.of(), UUID.randomUUID(), null, UUID.randomUUID(), UUID.randomUUID(),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", Commands.NOW.plusSeconds(5)));

        // when
        List<StoredEvent> read = store.events().load(caseId).orElseThrow().events();

        // then
        assertThat(StoredChain.firstBroken(read)).isEmpty();
        assertThat(read.getLast().occurredAt()).isEqualTo(Instant.parse("2026-02-28T23:59:59.999Z"));
        assertThat(read.getLast().roles()).containsExactly("a \"quoted\" role", "integration");
        assertThat(store.seal().open("de-linde", caseId, read).getLast().onBehalfOf()).isEqualTo("dr. é");
    }

    @Test
    void theChainHoldsWithoutTheKeys() throws Exception {
        // given
        UUID caseId = UUID.randomUUID();
        store.events().append(open(caseId));

        // when
        try (var force = store.superuser()) {
            force.createStatement().execute("delete from keys.data_key where subject = '" + caseId + "'");
        }

        // then
        List<StoredEvent> read = store.events().load(caseId).orElseThrow().events();
        assertThat(store.seal().open("de-linde", caseId, read).getFirst().parts()).isEmpty();
        assertThat(StoredChain.firstBroken(read)).isEmpty();
    }

    @Test
    void aRowThatWasChangedByForceBreaksTheChain() throws Exception {
        // given
        UUID caseId = UUID.randomUUID();
        store.events().append(open(caseId));
        for (String word : List.of("one", "two", "three")) {
            store.events().append(Commands.record(store.events().load(caseId).orElseThrow(), word));
        }
        try (var force = store.superuser()) {
            force.setAutoCommit(false);
            force.createStatement().execute("alter table case_event disable trigger case_event_refuses_change");
            force.createStatement().execute("update case_event set facts = facts || '{\"direction\":\"CONTRADICTS\"}'"
                    + " where sequence = 3 and case_id = '" + caseId + "'");
            force.createStatement().execute("alter table case_event enable always trigger case_event_refuses_change");
            force.commit();
        }

        // when
        List<StoredEvent> read = store.events().load(caseId).orElseThrow().events();

        // then
        assertThat(StoredChain.firstBroken(read)).hasValue(3);
    }

    @Test
    void everyColumnIsCoveredButPositionTransactionEpochAndTheHashes() {
        // given
        UUID caseId = UUID.randomUUID();
        store.events().append(open(caseId));
        Set<String> members = new TreeSet<>();
        EventJson.object(store.events().load(caseId).orElseThrow().events().getFirst().canonical().text())
                .fieldNames()
                .forEachRemaining(members::add);

        // when
        Set<String> columns = store.rows("select column_name from information_schema.columns where table_name = 'case_event'").stream()
                .map(r -> camel((String) r.get("column_name")))
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        columns.removeAll(Set.of("position", "transactionId", "epoch", "hash", "previousHash"));
        members.remove("canonicalForm");
        assertThat(members).isEqualTo(columns);
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    @Test
    void jsonbMayOrderMembersAndWriteNumbersItsOwnWayTheCanonicalFormIsTheSame() throws Exception {
        // given: what jsonb changes: order of members, white space, exponents
        ObjectNode facts = EventJson.mapper().createObjectNode();
        facts.put("zz", 1).put("a", new BigDecimal("1.50")).put("é", 1e21).put("norm", 3).put("small", 1e-7).put("text", "é\t\"\\☃");
        facts.putObject("inner").put("b", true).putNull("a");
        facts.putArray("list").add(2).add("x").addObject().put("y", 1).put("x", 2);

        // when
        String back = store.pool()
                .preparedQuery("select ($1::text::jsonb)::text as facts")
                .execute(Tuple.of(facts.toString()))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .iterator()
                .next()
                .getString("facts");

        // then
        assertThat(back).isNotEqualTo(facts.toString());
        assertThat(new JsonCanonicalizer(back).getEncodedString()).isEqualTo(new JsonCanonicalizer(facts.toString()).getEncodedString());
    }
}
