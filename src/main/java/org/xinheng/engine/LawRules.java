package org.xinheng.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieModule;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.runtime.KieContainer;

/**
 * The rules of law that are no policy: the files {@code rules/*.drl} of this build, or those that an old release was made
 * with. Equal texts are compiled once in the life of a process, since a release mostly brings other rows and not other
 * rules.
 */
public final class LawRules {
    /** The files, in the order of reading; firing knows no order. */
    public static final List<String> FILES = List.of("10-match.drl", "20-basis.drl", "30-stop.drl", "40-conflicts.drl");

    private static final Map<String, KieContainer> COMPILED = new HashMap<>();

    private LawRules() {}

    /** File name to text, in the order of reading; part of what the content hash of a release is made over. */
    public static Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (String file : FILES) {
            try (InputStream in = LawRules.class.getResourceAsStream("/rules/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("rules/" + file + " is not in this build");
                }
                texts.put(file, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** SHA-256 over names and texts, lower-case hex. */
    public static String contentHash() {
        return contentHash(texts());
    }

    static String contentHash(Map<String, byte[]> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(texts).forEach((file, text) -> {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text);
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A knowledge base of its own, without facts: sessions hang on it, and it goes with them. The rules of this build come
     * compiled with it; others are compiled on the first call, one build at a time, since Drools mixes up builds that run
     * side by side.
     */
    static KieBase newKnowledgeBase() {
        return newKnowledgeBase(texts());
    }

    /** The same, of the rules that a release was made with. */
    static KieBase newKnowledgeBase(Map<String, byte[]> texts) {
        KieServices services = KieServices.get();
        var configuration = services.newKieBaseConfiguration();
        configuration.setOption(EqualityBehaviorOption.IDENTITY);
        return container(texts).newKieBase(configuration);
    }

    private static synchronized KieContainer container(Map<String, byte[]> texts) {
        String hash = contentHash(texts);
        KieContainer known = COMPILED.get(hash);
        if (known == null) {
            KieModule module = CompiledLaw.shipped(hash)
                    .map(CompiledLaw::module)
                    .orElseGet(() -> CompiledLaw.compile(texts, hash));
            known = KieServices.get().newKieContainer(module.getReleaseId(), LawRules.class.getClassLoader());
            COMPILED.put(hash, known);
        }
        return known;
    }
}
