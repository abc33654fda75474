package org.xinheng.engine;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.xinheng.bench.Rounds;

/** Runs {@link KernelBenchmark} in interleaved rounds, each measurement in a JVM of its own. */
public final class KernelRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int[] SIZES = {1_000, 20_000};
    private static final int[] RATIOS_MAX = {18, 14};

    private KernelRounds() {}

    public static void run() throws RunnerException {
        Rounds rounds = new Rounds("µs");
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("round " + round);
            for (int size : SIZES) {
                for (String what : new String[] {"hashIndex", "kernelMatches", "kernelConclusions"}) {
                    rounds.add(name(what, size), measured(what, size));
                }
            }
        }
        rounds.print();
        for (int i = 0; i < SIZES.length; i++) {
            for (String what : new String[] {"kernelMatches", "kernelConclusions"}) {
                rounds.printRatio(name(what, SIZES[i]), name("hashIndex", SIZES[i]), "at most " + RATIOS_MAX[i]);
            }
        }
    }

    private static String name(String what, int rows) {
        return what + " " + rows;
    }

    private static double measured(String what, int rows) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\.KernelBenchmark\\." + what + "$")
                .param("rows", Integer.toString(rows))
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore();
    }
}
