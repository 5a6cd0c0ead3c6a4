package nl.meldspoor.verifier;

import java.util.List;

/** The answer to one of the four questions. */
record Verdict(Holds holds, Told told, List<Finding> findings) {

    Verdict {
        findings = List.copyOf(findings);
    }

    static Verdict yes(String nl, String en) {
        return new Verdict(Holds.YES, new Told(nl, en), List.of());
    }

    static Verdict no(String nl, String en, List<Finding> findings) {
        return new Verdict(Holds.NO, new Told(nl, en), findings);
    }

    static Verdict unknown(String nl, String en) {
        return new Verdict(Holds.UNKNOWN, new Told(nl, en), List.of());
    }

    /** What came out. */
    enum Holds {
        YES,
        NO,
        /** Not asked, or nothing there to tell it by: no reason to doubt, and none to trust. */
        UNKNOWN
    }
}
