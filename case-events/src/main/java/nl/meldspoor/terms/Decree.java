package nl.meldspoor.terms;

import java.time.LocalDate;
import java.util.SortedSet;

/**
 * A decree that equates days with the generally recognised feast days (<em>gelijkgestelde dagen</em>).
 *
 * @param id the years it covers, such as {@code 2026-2028}
 * @param name as it is called in an explanation
 * @param source the article it rests on and where it was published
 * @param days the days it equates
 */
public record Decree(String id, BilingualText name, String source, SortedSet<LocalDate> days) {}
