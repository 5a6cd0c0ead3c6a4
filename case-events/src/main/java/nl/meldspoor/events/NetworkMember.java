package nl.meldspoor.events;

import java.util.List;

/** Somebody around the client: who does the money, the groceries, has the pin code. */
public record NetworkMember(String name, String relation, List<String> tasks) {}
