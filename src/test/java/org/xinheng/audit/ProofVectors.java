package org.xinheng.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proofs, right and wrong, with the verdict that a checker must reach. Made from the definition by {@link NaiveTree}, or
 * read from a folder in the layout of the test data of transparency-dev/merkle.
 */
final class ProofVectors {
    private ProofVectors() {}

    record Inclusion(
            String name, long position, long size, TreeHash leaf, List<TreeHash> path, TreeHash root, boolean good) {
        boolean accepted() {
            return ProofCheck.includes(position, size, leaf, path, root);
        }
    }

    record Consistency(
            String name,
            long first,
            long second,
            TreeHash firstRoot,
            TreeHash secondRoot,
            List<TreeHash> proof,
            boolean good) {
        boolean accepted() {
            return ProofCheck.isHead(first, second, firstRoot, secondRoot, proof);
        }
    }

    private static final TreeHash GARBAGE = TreeHash.ofLeaf(new byte[] {66});

    static List<Inclusion> inclusions() {
        List<Inclusion> all = new ArrayList<>();
        for (int size : new int[] {1, 2, 3, 5, 7, 8, 13, 16, 31, 257}) {
            List<byte[]> d = NaiveTree.leaves(size);
            TreeHash root = TreeHash.of(NaiveTree.root(d));
            for (int at : Stream.of(0, size / 2, size - 1).distinct().toList()) {
                TreeHash leaf = TreeHash.ofLeaf(d.get(at));
                List<TreeHash> path = hashes(NaiveTree.path(at, d));
                String name = at + " of " + size + ": ";
                all.add(new Inclusion(name + "as it is", at, size, leaf, path, root, true));
                all.add(new Inclusion(name + "position - 1", at - 1, size, leaf, path, root, false));
                all.add(new Inclusion(name + "position + 1", at + 1, size, leaf, path, root, false));
                all.add(new Inclusion(name + "position ^ 2", at ^ 2, size, leaf, path, root, false));
                all.add(new Inclusion(name + "size * 2", at, size * 2L, leaf, path, root, false));
                all.add(new Inclusion(name + "no size", at, 0, leaf, path, root, false));
                all.add(new Inclusion(name + "wrong leaf", at, size, GARBAGE, path, root, false));
                all.add(new Inclusion(name + "wrong root", at, size, leaf, path, GARBAGE, false));
                wrongPaths(path)
                        .forEach(wrong ->
                                all.add(new Inclusion(name + wrong.name(), at, size, leaf, wrong.path(), root, false)));
            }
        }
        return all;
    }

    static List<Consistency> consistencies() {
        List<Consistency> all = new ArrayList<>();
        List<byte[]> d = NaiveTree.leaves(300);
        for (int second : new int[] {1, 2, 3, 6, 8, 13, 16, 257, 300}) {
            TreeHash secondRoot = root(d, second);
            for (int first : Stream.of(1, 2, 4, 5, 6, 8, 256, second - 1)
                    .filter(f -> f >= 1 && f < second)
                    .distinct()
                    .toList()) {
                TreeHash firstRoot = root(d, first);
                List<TreeHash> proof = hashes(NaiveTree.proof(first, d.subList(0, second)));
                String name = first + " to " + second + ": ";
                all.add(new Consistency(name + "as it is", first, second, firstRoot, secondRoot, proof, true));
                all.add(new Consistency(name + "first - 1", first - 1, second, firstRoot, secondRoot, proof, false));
                all.add(new Consistency(name + "first + 1", first + 1, second, firstRoot, secondRoot, proof, false));
                all.add(new Consistency(name + "second * 2", first, second * 2L, firstRoot, secondRoot, proof, false));
                all.add(new Consistency(name + "second / 2", first, second / 2, firstRoot, secondRoot, proof, false));
                all.add(new Consistency(name + "wrong first", first, second, GARBAGE, secondRoot, proof, false));
                all.add(new Consistency(name + "wrong second", first, second, firstRoot, GARBAGE, proof, false));
                all.add(new Consistency(name + "swapped", first, second, secondRoot, firstRoot, proof, false));
                wrongPaths(proof)
                        .forEach(wrong -> all.add(new Consistency(
                                name + wrong.name(), first, second, firstRoot, secondRoot, wrong.path(), false)));
            }
            all.add(new Consistency(second + " to itself", second, second, secondRoot, secondRoot, List.of(), true));
            all.add(new Consistency(second + " other root", second, second, secondRoot, GARBAGE, List.of(), false));
            all.add(new Consistency(
                    second + " with a proof", second, second, secondRoot, secondRoot, List.of(GARBAGE), false));
        }
        return all;
    }

    private record Wrong(String name, List<TreeHash> path) {}

    private static List<Wrong> wrongPaths(List<TreeHash> path) {
        List<Wrong> wrong = new ArrayList<>();
        List<TreeHash> before = new ArrayList<>(path);
        before.add(0, GARBAGE);
        wrong.add(new Wrong("garbage before", before));
        List<TreeHash> after = new ArrayList<>(path);
        after.add(GARBAGE);
        wrong.add(new Wrong("garbage after", after));
        if (!path.isEmpty()) {
            wrong.add(new Wrong("cut short", path.subList(0, path.size() - 1)));
            wrong.add(new Wrong("empty", List.of()));
        }
        for (int i = 0; i < path.size(); i++) {
            byte[] bytes = path.get(i).bytes();
            bytes[i % TreeHash.BYTES] ^= (byte) (1 << (i % 8));
            List<TreeHash> changed = new ArrayList<>(path);
            changed.set(i, TreeHash.of(bytes));
            wrong.add(new Wrong("bit changed in step " + i, changed));
        }
        return wrong;
    }

    static List<Inclusion> inclusionsIn(Path folder) {
        return files(folder.resolve("inclusion")).stream()
                .map(file -> {
                    JsonNode vector = json(file);
                    return new Inclusion(
                            folder.relativize(file).toString(),
                            position(vector.get("leafIdx")),
                            position(vector.get("treeSize")),
                            hash(vector.get("leafHash")),
                            proof(vector.get("proof")),
                            hash(vector.get("root")),
                            !vector.get("wantErr").asBoolean());
                })
                .toList();
    }

    static List<Consistency> consistenciesIn(Path folder) {
        return files(folder.resolve("consistency")).stream()
                .map(file -> {
                    JsonNode vector = json(file);
                    return new Consistency(
                            folder.relativize(file).toString(),
                            position(vector.get("size1")),
                            position(vector.get("size2")),
                            hash(vector.get("root1")),
                            hash(vector.get("root2")),
                            proof(vector.get("proof")),
                            !vector.get("wantErr").asBoolean());
                })
                .toList();
    }

    /** Theirs are unsigned; what does not fit is no position of any tree here. */
    private static long position(JsonNode number) {
        return number.canConvertToLong() ? number.longValue() : -1;
    }

    /** Some of theirs are no hashes; they are told apart and never equal to one. */
    private static TreeHash hash(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asText(""));
        return bytes.length == TreeHash.BYTES ? TreeHash.of(bytes) : TreeHash.ofLeaf(bytes);
    }

    private static List<TreeHash> proof(JsonNode steps) {
        List<TreeHash> proof = new ArrayList<>();
        steps.forEach(step -> proof.add(hash(step)));
        return proof;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeHash root(List<byte[]> leaves, int size) {
        return TreeHash.of(NaiveTree.root(leaves.subList(0, size)));
    }

    static List<TreeHash> hashes(List<byte[]> bytes) {
        return bytes.stream().map(TreeHash::of).toList();
    }
}
