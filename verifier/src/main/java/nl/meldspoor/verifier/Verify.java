package nl.meldspoor.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meldspoor.events.proof.NoteKey;
import nl.meldspoor.events.proof.SignedCheckpoint;
import nl.meldspoor.verifier.Finding.Code;
import nl.meldspoor.verifier.ProofFile.Unreadable;
import nl.meldspoor.verifier.Told.Language;

/**
 * {@code ./meldspoor verify FILE}: answers on standard output. Exit code 0: all that was checked holds; 1: something does not; 2: it could
 * not be checked.
 */
public final class Verify {

    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;
    private static final int NOT_CHECKED = 2;
    private static final long MOST_NOTE_BYTES = 64 * 1024;

    private static final Told USAGE = new Told(
            """
            Gebruik: ./meldspoor verify BESTAND [--head HEX] [--key SLEUTEL] [--checkpoint CONTROLEPUNT] [--language nl|en] [--json]
              BESTAND       het antwoord van GET /v1/cases/{id}/proof
              --head        de kop (hash) die u eerder bewaarde
              --key         bestand met de publieke sleutel, zoals GET /v1/log/key die geeft
              --checkpoint  bestand met een controlepunt dat u eerder bewaarde, zoals GET /v1/log/checkpoint het geeft
            """,
            """
            Usage: ./meldspoor verify FILE [--head HEX] [--key KEY] [--checkpoint CHECKPOINT] [--language nl|en] [--json]
              FILE          the answer of GET /v1/cases/{id}/proof
              --head        the head (hash) you kept earlier
              --key         file with the public key, as GET /v1/log/key gives it
              --checkpoint  file with a checkpoint you kept earlier, as GET /v1/log/checkpoint gives it
            """);

    private Path file;
    private String head;
    private Path key;
    private Path checkpoint;
    private Language language = "nl".equals(Locale.getDefault().getLanguage()) ? Language.NL : Language.EN;
    private boolean asJson;

    private Verify() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** The same without ending the process; the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Verify verify = new Verify();
        if (!verify.understands(args)) {
            err.print(USAGE.in(verify.language));
            return NOT_CHECKED;
        }
        try {
            Report report = verify.check();
            out.print(verify.asJson ? report.json() : report.text(verify.language));
            return report.holds() ? HOLDS : DOES_NOT_HOLD;
        } catch (Unreadable e) {
            err.println(e.told().in(verify.language));
            return NOT_CHECKED;
        }
    }

    private boolean understands(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String value = i + 1 < args.length ? args[i + 1] : null;
            switch (args[i]) {
                case "--json" -> asJson = true;
                case "--head" -> {
                    head = value;
                    i++;
                }
                case "--key" -> {
                    key = path(value);
                    i++;
                }
                case "--checkpoint" -> {
                    checkpoint = path(value);
                    i++;
                }
                case "--language" -> {
                    if (!"nl".equals(value) && !"en".equals(value)) {
                        return false;
                    }
                    language = Language.valueOf(value.toUpperCase(Locale.ROOT));
                    i++;
                }
                default -> {
                    if (args[i].startsWith("--") || file != null) {
                        return false;
                    }
                    file = Path.of(args[i]);
                }
            }
            if (i >= args.length) {
                return false;
            }
        }
        return file != null && (head == null || head.matches("[0-9a-fA-F]{64}"));
    }

    private static Path path(String value) {
        return value == null ? null : Path.of(value);
    }

    private Report check() throws Unreadable {
        ProofFile proof = ProofFile.read(file);
        ChainCheck.Checked checked = ChainCheck.of(proof);
        List<NoteKey> trusted = key == null ? List.of() : keys();
        Optional<SignedCheckpoint> kept = checkpoint == null ? Optional.empty() : Optional.of(checkpoint());
        LogCheck log = new LogCheck(proof, trusted, kept);
        return new Report(proof, checked, checked.verdict(proof.events().size()), head(proof), log.signed(), log.anchored());
    }

    /** A head that was kept when the case was shorter is fine, as long as it is still in the chain. */
    private Verdict head(ProofFile proof) {
        if (head == null) {
            return Verdict.unknown(
                    "De kop is niet vergeleken: u gaf geen kop die u eerder bewaarde (--head).",
                    "The head was not compared: you gave no head that you kept earlier (--head).");
        }
        String wanted = head.toLowerCase(Locale.ROOT);
        Optional<ProofFile.Link> found = proof.events().stream().filter(link -> link.hash().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            return Verdict.no("De kop is NIET zoals verwacht.", "The head is NOT as expected.", List.of(Finding.of(Code.HEAD_NOT_IN_CHAIN)));
        }
        long after = proof.events().getLast().sequence() - found.get().sequence();
        return after == 0
                ? Verdict.yes("De kop is zoals verwacht.", "The head is as expected.")
                : Verdict.yes(
                        "De kop die u bewaarde is die van gebeurtenis " + found.get().sequence() + "; daarna kwamen er " + after + " bij.",
                        "The head you kept is that of event " + found.get().sequence() + "; " + after + " more came after it.");
    }

    private List<NoteKey> keys() throws Unreadable {
        List<NoteKey> keys = NoteKey.parseAll(note(key));
        if (keys.isEmpty()) {
            throw new Unreadable(
                    "In het sleutelbestand staat geen Ed25519-sleutel (naam+hash+base64).",
                    "The key file holds no Ed25519 key (name+hash+base64).");
        }
        return keys;
    }

    private SignedCheckpoint checkpoint() throws Unreadable {
        return SignedCheckpoint.parse(note(checkpoint))
                .orElseThrow(() -> new Unreadable(
                        "Het controlepunt dat u gaf is onleesbaar.", "The checkpoint you gave cannot be read."));
    }

    private static String note(Path file) throws Unreadable {
        try {
            if (Files.size(file) <= MOST_NOTE_BYTES) {
                return Files.readString(file);
            }
        } catch (IOException e) {
            throw new Unreadable("Het bestand " + file + " kan niet worden gelezen.", "The file " + file + " cannot be read.");
        }
        throw new Unreadable("Het bestand " + file + " is te groot.", "The file " + file + " is too large.");
    }
}
