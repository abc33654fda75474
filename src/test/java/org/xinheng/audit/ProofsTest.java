package org.xinheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trees and proofs after RFC 6962, held to its definition. */
class ProofsTest {
    private static final int VECTORS_OF_TRANSPARENCY_DEV = 196;

    /** System property: folder {@code testdata} of transparency-dev/merkle. */
    private static final String THEIR_VECTORS = "xinheng.merkle.testdata";

    @Test
    void the_empty_tree_and_the_first_leaf_hash_as_in_the_rfc() {
        assertThat(TreeHash.EMPTY_TREE.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(TreeHash.ofLeaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void every_proof_made_from_the_definition_is_judged_as_the_definition_says() {
        List<ProofVectors.Inclusion> inclusions = ProofVectors.inclusions();
        List<ProofVectors.Consistency> consistencies = ProofVectors.consistencies();
        assertThat(inclusions.size()).isGreaterThan(VECTORS_OF_TRANSPARENCY_DEV);
        assertThat(consistencies.size()).isGreaterThan(VECTORS_OF_TRANSPARENCY_DEV);
        judged(inclusions, consistencies);
    }

    @Test
    void the_vectors_of_transparency_dev_are_judged_as_they_say() {
        String folder = System.getProperty(THEIR_VECTORS);
        assumeTrue(folder != null, "set -D" + THEIR_VECTORS + " to the folder testdata of transparency-dev/merkle");
        List<ProofVectors.Inclusion> inclusions = ProofVectors.inclusionsIn(Path.of(folder));
        List<ProofVectors.Consistency> consistencies = ProofVectors.consistenciesIn(Path.of(folder));
        assertThat(inclusions).isNotEmpty();
        assertThat(consistencies).isNotEmpty();
        judged(inclusions, consistencies);
    }

    private static void judged(List<ProofVectors.Inclusion> inclusions, List<ProofVectors.Consistency> consistencies) {
        assertThat(inclusions.stream()
                        .filter(vector -> vector.accepted() != vector.good())
                        .map(ProofVectors.Inclusion::name))
                .isEmpty();
        assertThat(consistencies.stream()
                        .filter(vector -> vector.accepted() != vector.good())
                        .map(ProofVectors.Consistency::name))
                .isEmpty();
    }

    @Test
    void roots_and_proofs_from_kept_hashes_are_those_of_the_definition_at_every_size() {
        Stored stored = new Stored(700);
        for (int size : List.of(1, 2, 3, 5, 8, 17, 255, 256, 257, 511, 512, 513, 700)) {
            List<byte[]> d = stored.leaves.subList(0, size);
            TreeProofs proofs = new TreeProofs(stored, size);
            assertThat(proofs.root()).as("root of " + size).isEqualTo(TreeHash.of(NaiveTree.root(d)));
            for (int at : IntStream.of(0, 1, size / 3, size / 2, size - 1)
                    .filter(position -> position < size)
                    .toArray()) {
                assertThat(new TreeProofs(stored, size).inclusion(at))
                        .as(at + " of " + size)
                        .isEqualTo(ProofVectors.hashes(NaiveTree.path(at, d)));
            }
            for (int first : IntStream.of(1, 2, size / 2, 256, size - 1, size)
                    .filter(head -> head >= 1 && head <= size)
                    .toArray()) {
                assertThat(new TreeProofs(stored, size).consistency(first))
                        .as(first + " to " + size)
                        .isEqualTo(ProofVectors.hashes(NaiveTree.proof(first, d)));
            }
        }
    }

    @Test
    void a_tree_grown_on_from_any_size_is_the_tree_grown_at_once() {
        Stored stored = new Stored(700);
        for (int size = 0; size <= 700; size += 7) {
            Map<String, TreeHash> reported = new HashMap<>();
            GrowingTree tree =
                    GrowingTree.from(stored, size, (level, index, root) -> reported.put(level + "/" + index, root));
            for (int i = size; i < 700; i++) {
                assertThat(tree.add(TreeHash.ofLeaf(stored.leaves.get(i)))).isEqualTo(i);
            }
            assertThat(tree.root()).as("from " + size).isEqualTo(new TreeProofs(stored, 700).root());
            for (int index = size / 256; index < 2; index++) {
                assertThat(reported).containsEntry("1/" + index, stored.nodes.get(index));
            }
        }
    }

    /** Leaves and the roots over each 256 of them, from the definition. */
    private static final class Stored implements TreeSource {
        private final List<byte[]> leaves;
        private final List<TreeHash> nodes = new ArrayList<>();

        Stored(int size) {
            leaves = NaiveTree.leaves(size);
            for (int from = 0; from + WIDTH <= size; from += WIDTH) {
                nodes.add(TreeHash.of(NaiveTree.root(leaves.subList(from, from + WIDTH))));
            }
        }

        @Override
        public List<TreeHash> hashes(int level, long from, int count) {
            return IntStream.range((int) from, (int) from + count)
                    .mapToObj(i -> level == 0 ? TreeHash.ofLeaf(leaves.get(i)) : nodes.get(i))
                    .toList();
        }
    }
}
