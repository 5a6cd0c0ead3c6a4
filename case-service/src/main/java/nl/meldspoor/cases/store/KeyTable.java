package nl.meldspoor.cases.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meldspoor.cases.seal.WrappedKeys;

/** The wrapped keys in schema {@code keys}. All statements may be repeated: what is there stays. */
public final class KeyTable implements WrappedKeys {

    private static final String FIND = "select subject, kind, wrapped from keys.data_key where subject = any($1::uuid[])";

    /**
     * Every opening asks whether an erasure is on record: from then on the key is as good as destroyed. A key made after the data of a
     * person were erased carries the sequence of that event in its name. The same condition decides what {@link #DESTROY} takes.
     */
    private static final String ERASED =
            """
            k.kind <> 'ORGANISATION'
              and exists (select
                          from case_event e
                          where e.case_id = k.subject
                            and e.type in ('CaseErased', 'PersonErased')
                            and (e.type = 'CaseErased'
                                 or e.facts ->> 'person' = split_part(k.kind, '@', 1)
                                    and e.sequence > coalesce(nullif(split_part(k.kind, '@', 2), '')::bigint, 0)))
            """;

    private static final String FIND_TO_OPEN =
            "select k.subject, k.kind, k.wrapped from keys.data_key k where k.subject = any($1::uuid[]) and not (" + ERASED + ")";

    private static final String DESTROY = "delete from keys.data_key k where k.subject = $1 and " + ERASED;

    private static final String PUT = """
            insert into keys.data_key (subject, kind, organisation, wrapped)
            select $1::uuid, k.kind, $2::text, k.wrapped
            from unnest($3::text[], $4::bytea[]) as k(kind, wrapped)
            order by k.kind
            on conflict (subject, kind) do nothing
            """;

    private static final String FIND_CHECK = "select sealed from keys.master_key_check";

    private static final String PUT_CHECK =
            "insert into keys.master_key_check (sealed) values ($1) on conflict (only_row) do nothing";

    private final CasesDatabase database;
    private final AskedTogether<UUID, Map<String, byte[]>> together = new AskedTogether<>(2, subjects -> find(FIND, subjects));
    private final AskedTogether<UUID, Map<String, byte[]>> toOpen = new AskedTogether<>(2, subjects -> find(FIND_TO_OPEN, subjects));

    public KeyTable(CasesDatabase database) {
        this.database = database;
    }

    @Override
    public Map<String, byte[]> find(UUID subject) {
        return together.ask(subject);
    }

    @Override
    public Map<String, byte[]> findToOpen(UUID subject) {
        return toOpen.ask(subject);
    }

    private List<Map<String, byte[]>> find(String sql, List<UUID> subjects) {
        Map<UUID, Map<String, byte[]>> keys = new HashMap<>();
        for (Row row : database.query(sql, (Object) subjects.stream().distinct().toArray(UUID[]::new))) {
            keys.computeIfAbsent(row.getUUID("subject"), subject -> new HashMap<>())
                    .put(row.getString("kind"), row.getBuffer("wrapped").getBytes());
        }
        return subjects.stream().map(subject -> keys.getOrDefault(subject, Map.of())).toList();
    }

    /** Destroys the keys that an erasure on record has taken. Again and again without harm. */
    void destroyErased(UUID caseId) {
        database.query(DESTROY, caseId);
    }

    @Override
    public Map<String, byte[]> putIfAbsent(String organisation, UUID subject, Map<String, byte[]> wrapped) {
        List<String> kinds = new ArrayList<>(wrapped.keySet());
        Buffer[] keys = kinds.stream().map(k -> Buffer.buffer(wrapped.get(k))).toArray(Buffer[]::new);
        database.query(PUT, subject, organisation, kinds, keys);
        return find(subject);
    }

    @Override
    public Optional<byte[]> masterKeyCheck() {
        return database.query(FIND_CHECK).stream().findFirst().map(row -> row.getBuffer("sealed").getBytes());
    }

    @Override
    public byte[] putMasterKeyCheckIfAbsent(byte[] check) {
        database.query(PUT_CHECK, Buffer.buffer(check));
        return masterKeyCheck().orElseThrow(() -> new IllegalStateException("the check of the master key did not stay"));
    }
}
