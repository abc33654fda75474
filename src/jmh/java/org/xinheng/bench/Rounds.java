package org.xinheng.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several interleaved runs of the things compared have measured: each round runs all of them, one after the other,
 * so that what slows the machine for a while slows all alike.
 */
public final class Rounds {
    private final String unit;
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    /** @param unit of everything that is measured */
    public Rounds(String unit) {
        this.unit = unit;
    }

    /** Takes one value. */
    public void add(String what, double value) {
        measured.computeIfAbsent(what, name -> new ArrayList<>()).add(value);
        System.out.printf("  %-44s %10.3f %s%n", what, value, unit);
    }

    /** The middle of what was measured. */
    public double median(String what) {
        List<Double> values = sorted(what);
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** The median of the ratios, each taken within one round. */
    public double ratio(String what, String to) {
        List<Double> ones = values(what);
        List<Double> others = values(to);
        Rounds ratios = new Rounds("");
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            ratios.measured.computeIfAbsent("ratio", name -> new ArrayList<>()).add(ones.get(i) / others.get(i));
        }
        return ratios.median("ratio");
    }

    /** Prints median, least and most of each. */
    public void print() {
        System.out.printf("%n%-46s %10s %10s %10s  runs (%s)%n", "", "median", "least", "most", unit);
        for (String what : measured.keySet()) {
            List<Double> values = sorted(what);
            System.out.printf(
                    "%-46s %10.3f %10.3f %10.3f  %d%n",
                    what, median(what), values.get(0), values.get(values.size() - 1), values.size());
        }
    }

    /** Prints one ratio, and what it is held to. */
    public void printRatio(String what, String to, String wanted) {
        System.out.printf("%s / %s = %.2f (wanted: %s)%n", what, to, ratio(what, to), wanted);
    }

    private List<Double> sorted(String what) {
        return values(what).stream().sorted().toList();
    }

    private List<Double> values(String what) {
        return measured.getOrDefault(what, List.of());
    }
}
