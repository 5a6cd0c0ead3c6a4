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
    private final AskedTogether<UUID, Map<String, byte[]>> together = new AskedTogether<>(2, this::find);

    public KeyTable(CasesDatabase database) {
        this.database = database;
    }

    @Override
    public Map<String, byte[]> find(UUID subject) {
        return together.ask(subject);
    }

    private List<Map<String, byte[]>> find(List<UUID> subjects) {
        Map<UUID, Map<String, byte[]>> keys = new HashMap<>();
        for (Row row : database.query(FIND, (Object) subjects.stream().distinct().toArray(UUID[]::new))) {
            keys.computeIfAbsent(row.getUUID("subject"), subject -> new HashMap<>())
                    .put(row.getString("kind"), row.getBuffer("wrapped").getBytes());
        }
        return subjects.stream().map(subject -> keys.getOrDefault(subject, Map.of())).toList();
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
