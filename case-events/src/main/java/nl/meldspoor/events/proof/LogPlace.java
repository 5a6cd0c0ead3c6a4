package nl.meldspoor.events.proof;

import java.util.HexFormat;
import java.util.List;

/**
 * Where an event stands in the log of its organisation, as a proof shows it.
 *
 * @param index of its leaf, from 0
 * @param size leaves of the tree in which that is shown
 * @param inclusion the hashes beside the way from the leaf to the root, the lowest first
 */
public record LogPlace(long index, long size, List<byte[]> inclusion) {

    public LogPlace {
        inclusion = List.copyOf(inclusion);
    }

    /**
     * Whether an event is in the tree of a checkpoint.
     *
     * @param hash the chain hash of the event, in hex: it covers all events of the case before it
     */
    public boolean isIn(SignedCheckpoint checkpoint, String hash) {
        return checkpoint.size() == size
                && MerkleTree.includes(index, size, MerkleTree.leaf(HexFormat.of().parseHex(hash)), inclusion, checkpoint.root());
    }
}
