package nl.meldspoor.events.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The Merkle tree of RFC 6962 2.1 over SHA-256: {@code SHA-256(0x00 ‖ leaf)}, {@code SHA-256(0x01 ‖ left ‖ right)}, the left part of a
 * tree as large as a power of two can be. Makes proofs from the hashes of complete subtrees and checks them without any.
 *
 * <p>What is in the tree: leaf {@code i} is the 32 bytes of the chain hash of the i-th event of an organisation. That hash covers
 * everything the event says and, by the chain of its case, every event before it.
 */
public final class MerkleTree {

    /** Bytes of a hash. */
    public static final int HASH_BYTES = 32;

    private MerkleTree() {}

    /**
     * Where the hashes of complete subtrees come from.
     *
     * <p>Level 0 are the leaves; a subtree of level {@code l} and index {@code i} covers leaves {@code i·2^l} to {@code (i+1)·2^l - 1}.
     */
    @FunctionalInterface
    public interface Subtrees {
        byte[] hash(int level, long index);
    }

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] data) {
        MessageDigest sha = sha256();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    /** The hash of two parts. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The root over the first {@code size} leaves. */
    public static byte[] root(long size, Subtrees subtrees) {
        return size == 0 ? sha256().digest() : range(0, size, subtrees);
    }

    /** That a leaf is in the tree of {@code size} leaves: the hashes beside its way up, the lowest first. */
    public static List<byte[]> inclusion(long index, long size, Subtrees subtrees) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("expected a leaf below " + size + ", but was " + index);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, subtrees, path::add);
        return path;
    }

    private static void inclusion(long index, long from, long to, Subtrees subtrees, Consumer<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(index, from, middle, subtrees, path);
            path.accept(range(middle, to, subtrees));
        } else {
            inclusion(index, middle, to, subtrees, path);
            path.accept(range(from, middle, subtrees));
        }
    }

    /** That the tree of {@code size} leaves begins with the tree of {@code first} leaves. */
    public static List<byte[]> consistency(long first, long size, Subtrees subtrees) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("expected a size up to " + size + ", but was " + first);
        }
        List<byte[]> path = new ArrayList<>();
        if (first > 0 && first < size) {
            consistency(first, 0, size, true, subtrees, path::add);
        }
        return path;
    }

    private static void consistency(long first, long from, long to, boolean isOldTree, Subtrees subtrees, Consumer<byte[]> path) {
        if (first == to) {
            if (!isOldTree) {
                path.accept(range(from, to, subtrees));
            }
            return;
        }
        long middle = from + split(to - from);
        if (first <= middle) {
            consistency(first, from, middle, isOldTree, subtrees, path);
            path.accept(range(middle, to, subtrees));
        } else {
            consistency(first, middle, to, false, subtrees, path);
            path.accept(range(from, middle, subtrees));
        }
    }

    /** The leaves from (a multiple of the part's power of two) up to, not including, {@code to}. */
    private static byte[] range(long from, long to, Subtrees subtrees) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return subtrees.hash(level, from >>> level);
        }
        long middle = from + split(size);
        return node(range(from, middle, subtrees), range(middle, to, subtrees));
    }

    /** The largest power of two below a size of at least 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** Whether the proof shows that this leaf is in the tree with this root (RFC 9162 2.1.3.2). */
    public static boolean includes(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] beside : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the proof shows that the larger tree begins with the smaller one (RFC 9162 2.1.4.2). */
    public static boolean consistent(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> proof) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (first == 0) {
            return proof.isEmpty();
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long at = first - 1;
        long last = second - 1;
        while ((at & 1) == 1) {
            at >>>= 1;
            last >>>= 1;
        }
        byte[] old = path.getFirst();
        byte[] now = path.getFirst();
        for (byte[] beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                old = node(beside, old);
                now = node(beside, now);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                now = node(now, beside);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(now, secondRoot);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(HashChain.ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no " + HashChain.ALGORITHM, e);
        }
    }
}
