package nl.meldspoor.events.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint of a log as C2SP tlog-checkpoint writes it, in a C2SP signed note:
 *
 * <pre>
 * meldspoor/de-linde
 * 42
 * base64 of the root
 *
 * — meldspoor/de-linde base64 of key hash and signature
 * </pre>
 *
 * @param origin which log
 * @param size leaves in the tree
 * @param root of the tree
 * @param extensions further lines of the text
 * @param signatures one line each
 */
public record SignedCheckpoint(String origin, long size, byte[] root, List<String> extensions, List<NoteSignature> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int MOST_CHARACTERS = 20_000;

    /**
     * One signature.
     *
     * @param name who signed, as he says
     * @param bytes four bytes of the key's hash, then the signature
     */
    public record NoteSignature(String name, byte[] bytes) {
        String line() {
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        }
    }

    public SignedCheckpoint {
        extensions = List.copyOf(extensions);
        signatures = List.copyOf(signatures);
        if (size < 0 || root.length != MerkleTree.HASH_BYTES || origin.isEmpty() || origin.contains("\n")) {
            throw new IllegalArgumentException("expected an origin, a size and a root of 32 bytes");
        }
    }

    /** Not signed yet. */
    public static SignedCheckpoint of(String origin, long size, byte[] root) {
        return new SignedCheckpoint(origin, size, root, List.of(), List.of());
    }

    /** What is signed: the text with its last line end, without the empty line before the signatures. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(Base64.getEncoder().encodeToString(root)).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The whole note. */
    public String note() {
        StringBuilder note = new StringBuilder(text()).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /** With one signature more. */
    public SignedCheckpoint signed(NoteKey key, PrivateKey secret) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(text().getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] bytes = Arrays.copyOf(key.hash(), 4 + signature.length);
            System.arraycopy(signature, 0, bytes, 4, signature.length);
            List<NoteSignature> more = new ArrayList<>(signatures);
            more.add(new NoteSignature(key.name(), bytes));
            return new SignedCheckpoint(origin, size, root, extensions, more);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot sign with Ed25519", e);
        }
    }

    /** Whether this key signed it. */
    public boolean isSignedBy(NoteKey key) {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .filter(s -> s.name().equals(key.name()) && s.bytes().length > 4 && Arrays.equals(Arrays.copyOf(s.bytes(), 4), key.hash()))
                .anyMatch(s -> key.verifies(text, Arrays.copyOfRange(s.bytes(), 4, s.bytes().length)));
    }

    /** Reads a note; empty when it is no checkpoint. What comes out writes the same text again, so that signatures hold. */
    public static Optional<SignedCheckpoint> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > MOST_CHARACTERS || end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        String[] lines = note.substring(0, end).split("\n", -1);
        if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            List<NoteSignature> signatures = new ArrayList<>();
            for (String line : note.substring(end + 2).split("\n")) {
                String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
                if (parts.length != 2) {
                    return Optional.empty();
                }
                signatures.add(new NoteSignature(parts[0], Base64.getDecoder().decode(parts[1])));
            }
            SignedCheckpoint read = new SignedCheckpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Base64.getDecoder().decode(lines[2]),
                    List.of(lines).subList(3, lines.length),
                    signatures);
            return read.text().equals(note.substring(0, end + 1)) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
