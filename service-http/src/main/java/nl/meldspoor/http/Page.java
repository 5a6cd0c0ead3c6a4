package nl.meldspoor.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list: {@code {"items":[…],"next":"cursor or null"}}.
 *
 * @param items what is on this page
 * @param next where the next page starts, null on the last one
 */
public record Page<T>(List<T> items, String next) {

    /** What was asked for. */
    public record Request(int limit, Optional<Cursor> cursor) {

        /** How many rows to ask the store for: one more than fits tells whether there is a next page. */
        public int fetch() {
            return limit + 1;
        }
    }

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /** Reads {@code ?limit} (1-200, default 50) and {@code ?cursor} of {@code cursorKeys} keys; 400 when they are not right. */
    public static Request request(String limit, String cursor, int cursorKeys) {
        return new Request(
                limit(limit, DEFAULT, MOST),
                Optional.ofNullable(cursor).map(text -> Cursor.decode(text, cursorKeys)));
    }

    /** A limit between 1 and {@code most}, {@code standard} when absent; 400 otherwise. */
    public static int limit(String text, int standard, int most) {
        if (text == null) {
            return standard;
        }
        if (text.matches("[0-9]{1,6}")) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        }
        throw new ShapeErrors()
                .addParameter("limit", "A whole number from 1 to " + most + " is expected.")
                .asProblem()
                .asException();
    }

    /** Cuts {@link Request#fetch()} rows to a page. */
    public static <T> Page<T> of(List<T> fetched, Request request, Function<T, Cursor> cursorOf) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(List.copyOf(fetched), null);
        }
        var items = List.copyOf(fetched.subList(0, request.limit()));
        return new Page<>(items, cursorOf.apply(items.getLast()).encode());
    }
}
