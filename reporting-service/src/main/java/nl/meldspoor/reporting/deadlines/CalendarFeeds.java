package nl.meldspoor.reporting.deadlines;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.Role;
import nl.meldspoor.reporting.reach.ReadModel;

/** The calendar feeds of people. */
@ApplicationScoped
class CalendarFeeds {

    /** Enough for a telephone, a desk and a wall; more is a mistake. */
    static final int MOST_PER_PERSON = 10;

    @Inject
    ReadModel rows;

    /** A feed as its owner sees it: the secret is not to be had again. */
    record Feed(UUID id, Instant createdAt, Instant expiresAt) {}

    /** Whether there was room for it: {@link #MOST_PER_PERSON}. */
    boolean add(Feed feed, FeedSecret secret, Caller owner, String organisation, String ownerRef) {
        return rows.askInTurn(
                                "calendar_feed/" + organisation + "/" + ownerRef,
                                """
                                insert into tracker.calendar_feed
                                      (id, secret_hash, organisation, owner_ref, sealed_owner, created_at, expires_at)
                                select $1, $2, $3, $4, $5, $6, $7
                                 where (select count(*) from tracker.calendar_feed
                                         where organisation = $3 and owner_ref = $4 and expires_at > $6) < $8
                                """,
                                Tuple.tuple()
                                        .addUUID(feed.id())
                                        .addBuffer(Buffer.buffer(secret.hash()))
                                        .addString(organisation)
                                        .addString(ownerRef)
                                        .addBuffer(Buffer.buffer(secret.seal(written(owner))))
                                        .addOffsetDateTime(feed.createdAt().atOffset(ZoneOffset.UTC))
                                        .addOffsetDateTime(feed.expiresAt().atOffset(ZoneOffset.UTC))
                                        .addInteger(MOST_PER_PERSON))
                        .rowCount()
                == 1;
    }

    /** Those that are good now, oldest first. */
    List<Feed> of(String organisation, String ownerRef, Instant now) {
        List<Feed> feeds = new ArrayList<>();
        rows.ask(
                        """
                        select id, created_at, expires_at
                          from tracker.calendar_feed
                         where organisation = $1 and owner_ref = $2 and expires_at > $3
                         order by created_at, id
                        """,
                        Tuple.of(organisation, ownerRef, now.atOffset(ZoneOffset.UTC)))
                .forEach(row -> feeds.add(new Feed(
                        row.getUUID("id"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getOffsetDateTime("expires_at").toInstant())));
        return feeds;
    }

    /** Whether the owner had such a feed. */
    boolean revoke(UUID id, String organisation, String ownerRef) {
        return rows.ask(
                                "delete from tracker.calendar_feed where id = $1 and organisation = $2 and owner_ref = $3",
                                Tuple.of(id, organisation, ownerRef))
                        .rowCount()
                == 1;
    }

    /** How many feeds of this person there were. */
    int revokeAll(String organisation, String ownerRef) {
        return rows.ask(
                        "delete from tracker.calendar_feed where organisation = $1 and owner_ref = $2",
                        Tuple.of(organisation, ownerRef))
                .rowCount();
    }

    /** For whom this address was made, with the roles he had; empty when it is not good. */
    Optional<Caller> owner(FeedSecret secret, Instant now) {
        var found = rows.ask(
                        "select organisation, sealed_owner from tracker.calendar_feed where secret_hash = $1 and expires_at > $2",
                        Tuple.tuple()
                                .addBuffer(Buffer.buffer(secret.hash()))
                                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .iterator();
        if (!found.hasNext()) {
            return Optional.empty();
        }
        Row row = found.next();
        return Optional.of(read(secret.open(row.getBuffer("sealed_owner").getBytes()), row.getString("organisation")));
    }

    private static byte[] written(Caller owner) {
        return new JsonObject()
                .put("userName", owner.userName())
                .put("units", new JsonArray(List.copyOf(owner.units())))
                .put("roles", new JsonArray(owner.roles().stream().map(Role::name).toList()))
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Caller read(byte[] written, String organisation) {
        JsonObject owner = new JsonObject(new String(written, StandardCharsets.UTF_8));
        Set<String> units = new HashSet<>(owner.getJsonArray("units").stream().map(String.class::cast).toList());
        Set<Role> roles = owner.getJsonArray("roles").stream()
                .map(name -> Role.valueOf((String) name))
                .collect(Collectors.toSet());
        return new Caller(owner.getString("userName"), Optional.of(organisation), units, Optional.empty(), roles, Optional.empty());
    }
}
