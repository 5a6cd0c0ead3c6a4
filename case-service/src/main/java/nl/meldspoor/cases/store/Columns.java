package nl.meldspoor.cases.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Turns rows into arrays, one per column, in the order of the placeholders of a statement that takes them apart by {@code unnest}.
 *
 * @param <R> a row
 */
public final class Columns<R> {

    private final List<R> rows;
    private final Tuple tuple;

    public Columns(List<R> rows) {
        this(rows, Tuple.tuple());
    }

    /** More columns, of other rows, for the same statement. */
    public Columns(List<R> rows, Tuple tuple) {
        this.rows = rows;
        this.tuple = tuple;
    }

    /** All columns so far. */
    public Tuple tuple() {
        return tuple;
    }

    public <T> Columns<R> add(Function<R, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        tuple.addValue(column);
        return this;
    }

    public Columns<R> uuid(Function<R, UUID> value) {
        return add(value, UUID[]::new);
    }

    public Columns<R> text(Function<R, String> value) {
        return add(value, String[]::new);
    }

    public Columns<R> number(Function<R, Long> value) {
        return add(value, Long[]::new);
    }

    public Columns<R> texts(Function<R, List<String>> value) {
        return add(value.andThen(ArrayText::of), String[]::new);
    }

    public Columns<R> hex(Function<R, String> value) {
        return add(value.andThen(EventRows::bytes), Buffer[]::new);
    }

    public Columns<R> bytes(Function<R, byte[]> value) {
        return add(value.andThen(b -> b == null ? null : Buffer.buffer(b)), Buffer[]::new);
    }

    public Columns<R> moment(Function<R, Instant> value) {
        return add(value.andThen(m -> m.atOffset(ZoneOffset.UTC)), OffsetDateTime[]::new);
    }
}
