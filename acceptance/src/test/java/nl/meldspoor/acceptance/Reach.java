package nl.meldspoor.acceptance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is told to see a case, and nobody else.
 *
 * @param told what is special about the case
 * @param seen by whom; everybody else of {@link People#everybody()} must not find a trace of it
 * @param open people of whom this table says nothing
 */
record Reach(String told, CaseFile file, String clientReference, Set<Caller> seen, Set<Caller> open) {

    /** Staff, and a professional on a case about a colleague, see their own entries and the status, and nothing of the rest. */
    Set<Caller> seenWhole() {
        Caller opener = file.caller();
        boolean partly = opener.equals(People.STAFF) || opener.equals(People.PROFESSIONAL) && told.startsWith("CARE_RELATION");
        return seen.stream().filter(c -> !(partly && c.equals(opener))).collect(Collectors.toSet());
    }

    List<Caller> strangers() {
        return People.everybody().stream().filter(p -> !seen.contains(p) && !open.contains(p)).toList();
    }

    @Override
    public String toString() {
        return told;
    }
}
