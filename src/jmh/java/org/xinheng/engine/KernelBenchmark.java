package org.xinheng.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logmanager.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.release.Release;
import org.xinheng.release.ReleaseContent;

/**
 * One decision without I/O, over rows and registers in memory; subjects with three listings. The answers of both are
 * compared on random inquiries before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class KernelBenchmark {
    private static final int INQUIRIES = 1_024;
    private static final int COMPARED = 2_000;

    /** Rows of the release. */
    @Param({"1000", "20000"})
    public int rows;

    private CompiledRuleBook kernel;
    private HashIndex hashIndex;
    private Inquiry[] inquiries;
    private int next;

    /** Makes rows and inquiries, and compares the answers. */
    @Setup
    public void setUp() throws IOException {
        // as in the service: left alone, Drools words a trace of every step
        Logger.getLogger("org.drools").setLevel(Level.SEVERE);
        Registers registers = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content()
                .registers();
        ManyRows many = new ManyRows(registers, 20_261_122L);
        List<MeasureRule> rules = many.rows(rows);
        Release release = new Release(
                new UUID(0, 1),
                "made for a benchmark",
                Instant.EPOCH,
                RuleBookCompiler.ENGINE_VERSION,
                new ReleaseContent(registers, rules, List.of()));
        kernel = new RuleBookCompiler(1).compile(release);
        hashIndex = new HashIndex(registers, rules);
        inquiries = new Inquiry[INQUIRIES];
        for (int i = 0; i < INQUIRIES; i++) {
            inquiries[i] = many.inquiry();
        }
        compare(many);
    }

    private void compare(ManyRows many) {
        long hits = 0;
        for (int i = 0; i < COMPARED; i++) {
            Inquiry inquiry = many.inquiry();
            List<String> byHand = hashIndex.hits(inquiry).stream()
                    .map(hit -> hit.rule().code() + " " + hit.listing() + " " + hit.role())
                    .sorted()
                    .toList();
            List<String> byKernel = kernel.matches(inquiry).stream()
                    .map(match -> match.row().rule().code() + " "
                            + match.situation().about().listing().id() + " "
                            + match.situation().role())
                    .sorted()
                    .toList();
            if (!byHand.equals(byKernel)) {
                throw new IllegalStateException("kernel and hash index differ on " + inquiry);
            }
            // a match whose term does not cover the day comes to no conclusion, so there may be fewer
            List<String> concluded = kernel.evaluate(inquiry).stream()
                    .map(conclusion -> conclusion.rule().code() + " "
                            + conclusion.about().listing().id() + " "
                            + conclusion.about().role())
                    .toList();
            if (!byHand.containsAll(concluded)) {
                throw new IllegalStateException("the kernel concludes what does not match on " + inquiry);
            }
            hits += byHand.size();
        }
        System.out.printf(
                "%d rows over %s: %d inquiries answered alike, %.1f rows each%n",
                rows, many, COMPARED, hits / (double) COMPARED);
    }

    private Inquiry inquiry() {
        return inquiries[next++ & (INQUIRIES - 1)];
    }

    /** The rows that match, by hand. */
    @Benchmark
    public List<HashIndex.Hit> hashIndex() {
        return hashIndex.hits(inquiry());
    }

    /** The rows that match, by the kernel. */
    @Benchmark
    public List<Verdicts.Match> kernelMatches() {
        return kernel.matches(inquiry());
    }

    /** The whole evaluation: matches, the rules of law about them, their ends, in the order of the answer. */
    @Benchmark
    public List<Conclusion> kernelConclusions() {
        return kernel.evaluate(inquiry());
    }
}
