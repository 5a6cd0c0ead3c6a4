-- Who is told of one event in two capacities is shown the one that says most: a role may be told of some of the duties that arose, another
-- role of all of them. Where neither says what the other says, both are shown. other, n: of the same event and kind.
CREATE FUNCTION is_shown_instead(other notification, n notification) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT other.obligations @> n.obligations AND (NOT n.obligations @> other.obligations OR other.addressee < n.addressee)
$$;
