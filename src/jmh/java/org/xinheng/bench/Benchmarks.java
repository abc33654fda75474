package org.xinheng.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.bench.log.TreeRounds;
import org.xinheng.bench.release.ReleaseRounds;
import org.xinheng.engine.KernelRounds;

/** Runs the benchmark that is named: {@code mvn -q -Pbench -Dbench=kernel}. A new one is a line in {@link #all()}. */
public final class Benchmarks {
    /** A benchmark; it prints what it measured. */
    public interface Benchmark {
        /** Runs it. */
        void run() throws Exception;
    }

    private record Named(String what, Benchmark benchmark) {}

    private Benchmarks() {}

    private static Map<String, Named> all() {
        Map<String, Named> all = new LinkedHashMap<>();
        all.put("kernel", new Named("the kernel beside a hash index written by hand (JMH)", KernelRounds::run));
        all.put("http", new Named("decisions beside a bare endpoint, 16 connections", HttpRounds::run));
        all.put("start", new Named("restart to first decision", StartRounds::run));
        all.put("heap", new Named("the heap with 3,000 listings under load", StartRounds::heap));
        all.put("listings", new Named("decisions with 1,000,000 listings beside 1,000", ListingRounds::run));
        all.put("feed", new Named("a batch of 1,000,000 entries beside COPY of its rows", FeedRounds::run));
        all.put("propagation", new Named("from a listing to its task at an agency", PropagationRounds::run));
        all.put("recall", new Named("recall of an entry with 10,000 decisions", RecallRounds::run));
        all.put(
                "release",
                new Named("releases of 1,000, 5,000 and 20,000 rows through gate and compiler", ReleaseRounds::run));
        all.put(
                "gate",
                new Named("decisions under a steady load while a draft is checked and becomes law", GateRounds::run));
        all.put("impact", new Named("what a draft would change, counted by the job", ImpactRounds::run));
        all.put("log", new Named("decisions with the log and without", LogRounds::run));
        all.put("replay", new Named("stored decisions decided again by the command", ReplayRounds::run));
        all.put("tree", new Named("hashing entries of the log, and proofs at ten million", TreeRounds::run));
        return all;
    }

    public static void main(String... arguments) throws Exception {
        Named named = arguments.length == 1 ? all().get(arguments[0]) : null;
        if (named == null) {
            System.out.println("name one with -Dbench=NAME:");
            all().forEach((name, each) -> System.out.printf("  %-12s %s%n", name, each.what()));
            return;
        }
        System.out.println(Machine.words());
        named.benchmark().run();
        System.exit(0); // what Drools or a client left running keeps nobody waiting
    }
}
