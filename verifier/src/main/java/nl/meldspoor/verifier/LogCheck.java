package nl.meldspoor.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meldspoor.events.proof.LogPlace;
import nl.meldspoor.events.proof.MerkleTree;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import nl.meldspoor.verifier.Finding.Code;

/**
 * Whether a signed checkpoint stands behind the case, and whether that checkpoint goes on from one that was kept. Both are about the
 * event whose place in the log is shown: its hash covers all before it.
 */
final class LogCheck {

    private final ProofFile proof;
    private final List<NoteKey> trusted;
    private final Optional<SignedCheckpoint> kept;

    /** @param trusted keys that came another way than with the proof; after a rotation more than one */
    LogCheck(ProofFile proof, List<NoteKey> trusted, Optional<SignedCheckpoint> kept) {
        this.proof = proof;
        this.trusted = trusted;
        this.kept = kept;
    }

    Verdict signed() {
        if (proof.log().isEmpty()) {
            return trusted.isEmpty()
                    ? Verdict.unknown(
                            "Niet ondertekend: bij deze keten zit geen controlepunt. Wie database en sleutels beheert kan een andere keten maken die ook heel is.",
                            "Not signed: no checkpoint goes with this chain. Whoever runs database and keys can make another chain that is whole, too.")
                    : Verdict.no("NIET ondertekend.", "NOT signed.", List.of(Finding.of(Code.NO_LOG)));
        }
        ProofFile.LogProof log = proof.log().get();
        List<Finding> findings = new ArrayList<>();
        List<NoteKey> keys = trusted.isEmpty() ? NoteKey.parseAll(log.key()) : trusted;
        Optional<SignedCheckpoint> checkpoint = SignedCheckpoint.parse(log.checkpoint());
        if (checkpoint.isEmpty()) {
            findings.add(Finding.of(Code.NOT_A_CHECKPOINT));
        } else if (keys.stream().noneMatch(checkpoint.get()::isSignedBy)) {
            findings.add(Finding.of(Code.NOT_SIGNED_BY_KEY));
        }
        if (checkpoint.isPresent() && !isIn(checkpoint.get())) {
            findings.add(Finding.at(Code.NOT_IN_TREE, log.sequence()));
        }
        if (!findings.isEmpty()) {
            return Verdict.no("NIET ondertekend.", "NOT signed.", findings);
        }
        return !trusted.isEmpty()
                ? Verdict.yes(
                        "Ondertekend: de casus " + upTo(log).nl() + " staat in een controlepunt dat met uw sleutel is ondertekend.",
                        "Signed: the case " + upTo(log).en() + " is in a checkpoint signed by the key you gave.")
                : Verdict.unknown(
                        "Ondertekend met een sleutel die in het bewijs zelf staat (" + keys.getFirst().hashHex()
                                + "): geef met --key de sleutel die u van de organisatie kreeg.",
                        "Signed by a key that stands in the proof itself (" + keys.getFirst().hashHex()
                                + "): give with --key the key you got from the organisation.");
    }

    Verdict anchored() {
        if (kept.isEmpty()) {
            return Verdict.unknown(
                    "NIET verankerd: u gaf geen controlepunt dat u eerder bewaarde. Dat wie database en sleutels beheert de geschiedenis herschreef, is hiermee niet te zien.",
                    "NOT anchored: you gave no checkpoint that you kept earlier. That whoever runs database and keys rewrote the history cannot be seen by this.");
        }
        SignedCheckpoint mine = kept.get();
        List<Finding> findings = new ArrayList<>();
        if (!trusted.isEmpty() && trusted.stream().noneMatch(mine::isSignedBy)) {
            findings.add(Finding.of(Code.KEPT_NOT_SIGNED_BY_KEY));
        }
        Optional<SignedCheckpoint> checkpoint = proof.log().flatMap(log -> SignedCheckpoint.parse(log.checkpoint()));
        if (checkpoint.isEmpty()) {
            findings.add(Finding.of(Code.NO_LOG));
            return Verdict.no("NIET verankerd.", "NOT anchored.", findings);
        }
        ProofFile.LogProof log = proof.log().orElseThrow();
        SignedCheckpoint given = checkpoint.get();
        if (!given.origin().equals(mine.origin())) {
            findings.add(Finding.of(Code.OTHER_LOG));
        } else if (given.size() < mine.size()) {
            findings.add(Finding.of(Code.OLDER_THAN_KEPT));
        } else if (given.size() == mine.size()) {
            if (!java.util.Arrays.equals(given.root(), mine.root())) {
                findings.add(Finding.of(Code.LOG_REWRITTEN));
            }
        } else if (log.from() != mine.size()) {
            findings.add(Finding.of(Code.NOT_SHOWN_TO_CONTINUE));
        } else if (!MerkleTree.consistent(mine.size(), given.size(), mine.root(), given.root(), log.consistency())) {
            findings.add(Finding.of(Code.LOG_REWRITTEN));
        }
        if (!isIn(given)) {
            findings.add(Finding.at(Code.NOT_IN_TREE, log.sequence()));
        }
        if (!findings.isEmpty()) {
            return Verdict.no("NIET verankerd.", "NOT anchored.", findings);
        }
        return Verdict.yes(
                "Verankerd: de casus " + upTo(log).nl() + " staat in een logboek dat verdergaat op het controlepunt dat u bewaarde ("
                        + mine.size() + " gebeurtenissen).",
                "Anchored: the case " + upTo(log).en() + " is in a log that goes on from the checkpoint you kept ("
                        + mine.size() + " events).");
    }

    /** Which part of the case; what was recorded after the last checkpoint is in the next one. */
    private Told upTo(ProofFile.LogProof log) {
        return log.sequence() >= proof.length()
                ? new Told("in zijn geheel", "as a whole")
                : new Told(
                        "tot en met gebeurtenis " + log.sequence() + " van " + proof.length(),
                        "up to event " + log.sequence() + " of " + proof.length());
    }

    private boolean isIn(SignedCheckpoint checkpoint) {
        ProofFile.LogProof log = proof.log().orElseThrow();
        return proof.events().stream()
                .filter(link -> link.sequence() == log.sequence())
                .findFirst()
                .filter(link -> new LogPlace(log.index(), log.size(), log.inclusion()).isIn(checkpoint, link.hash()))
                .isPresent();
    }
}
