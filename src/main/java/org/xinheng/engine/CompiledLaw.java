package org.xinheng.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.base.util.Drools;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Rules of law in compiled form. Those of a build are compiled while it is built ({@link PackLaw}) and lie in the jar, so
 * that a start compiles nothing; they are found by the hash of their texts and the version of Drools, and where there is
 * none, as for the rules of an old release, the texts are compiled here.
 *
 * @param hash of the texts
 * @param archive a jar of the texts and the classes that Drools made of them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record CompiledLaw(String hash, byte[] archive) {
    private static final String FOLDER = "rules/compiled";

    /** What the build has compiled of texts with this hash. */
    static Optional<CompiledLaw> shipped(String hash) {
        try (InputStream in = CompiledLaw.class.getResourceAsStream("/" + path(hash))) {
            return in == null ? Optional.empty() : Optional.of(new CompiledLaw(hash, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the archive lies below the root of the class path. */
    static String path(String hash) {
        return FOLDER + "/" + hash + "-drools-" + Drools.getFullVersion() + ".kjar";
    }

    /** Compiles these texts; one call at a time. */
    static InternalKieModule compile(Map<String, byte[]> texts, String hash) {
        KieServices services = KieServices.get();
        var files = services.newKieFileSystem();
        ReleaseId releaseId = releaseId(hash);
        files.generateAndWritePomXML(releaseId);
        texts.forEach((file, text) -> files.write(
                "src/main/resources/org/xinheng/rules/" + hash + "/" + file, new String(text, StandardCharsets.UTF_8)));
        KieBuilder builder = services.newKieBuilder(files, CompiledLaw.class.getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the rules of law do not compile: " + errors);
        }
        return (InternalKieModule) builder.getKieModule();
    }

    /** The archive as a module that Drools knows from now on. */
    KieModule module() {
        KieServices services = KieServices.get();
        try {
            MemoryFileSystem files = MemoryFileSystem.readFromJar(new ByteArrayInputStream(archive));
            var model = services.newKieModuleModel();
            KieBuilderImpl.setDefaultsforEmptyKieModule(model);
            var module = new CanonicalKieModule(new MemoryKieModule(releaseId(hash), model, files));
            services.getRepository().addKieModule(module);
            return module;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the compiled rules of this build cannot be read; build it anew", e);
        }
    }

    /** The version holds the content hash, since Drools keeps what it compiles by this name. */
    private static ReleaseId releaseId(String hash) {
        return KieServices.get().newReleaseId("org.xinheng", "rules", hash);
    }
}
