package nl.meldspoor.events.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of RFC 6962: known roots, and every proof of every small tree. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SIZE = 37;

    /** The leaves of the test vectors of Certificate Transparency. */
    private static final List<String> VECTORS = List.of(
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static byte[] subtree(List<byte[]> leaves, int level, long index) {
        return level == 0
                ? MerkleTree.leaf(leaves.get((int) index))
                : MerkleTree.node(subtree(leaves, level - 1, 2 * index), subtree(leaves, level - 1, 2 * index + 1));
    }

    private static List<byte[]> leaves(int size, String prefix) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add((prefix + i).getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }

    private static byte[] root(List<byte[]> leaves, long size) {
        return MerkleTree.root(size, (level, index) -> subtree(leaves, level, index));
    }

    @Test
    void rootsAreThoseOfTheTestVectorsOfCertificateTransparency() {
        List<byte[]> leaves = VECTORS.stream().map(HEX::parseHex).toList();

        assertThat(HEX.formatHex(root(leaves, 0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HEX.formatHex(root(leaves, 1))).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HEX.formatHex(root(leaves, 2))).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(HEX.formatHex(root(leaves, 3))).isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(HEX.formatHex(root(leaves, 8))).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void everyLeafOfEveryTreeIsShownToBeInItAndInNoOther() {
        List<byte[]> leaves = leaves(SIZE, "leaf");
        for (int size = 1; size <= SIZE; size++) {
            byte[] root = root(leaves, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = MerkleTree.inclusion(index, size, (level, i) -> subtree(leaves, level, i));
                byte[] leaf = MerkleTree.leaf(leaves.get(index));

                assertThat(MerkleTree.includes(index, size, leaf, proof, root)).isTrue();
                assertThat(MerkleTree.includes(index, size, MerkleTree.leaf(new byte[] {1}), proof, root)).isFalse();
                assertThat(MerkleTree.includes((index + 1) % size, size, leaf, proof, root)).isEqualTo(size == 1);
                assertThat(MerkleTree.includes(index, size, leaf, proof, MerkleTree.leaf(new byte[0]))).isFalse();
            }
        }
    }

    @Test
    void everyTreeIsShownToGoOnFromEverySmallerOneAndFromNoOther() {
        List<byte[]> leaves = leaves(SIZE, "leaf");
        List<byte[]> rewritten = leaves(SIZE, "other");
        for (int second = 1; second <= SIZE; second++) {
            for (int first = 1; first <= second; first++) {
                List<byte[]> proof = MerkleTree.consistency(first, second, (level, i) -> subtree(leaves, level, i));
                List<byte[]> forged = MerkleTree.consistency(first, second, (level, i) -> subtree(rewritten, level, i));

                assertThat(MerkleTree.consistent(first, second, root(leaves, first), root(leaves, second), proof)).isTrue();
                assertThat(MerkleTree.consistent(first, second, root(leaves, first), root(rewritten, second), forged)).isFalse();
                assertThat(MerkleTree.consistent(first, second, root(leaves, first), root(rewritten, second), proof)).isFalse();
            }
        }
    }
}
