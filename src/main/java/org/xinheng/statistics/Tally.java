package org.xinheng.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Numbers with what they are told apart by.
 *
 * @param key values by dimension; a dimension that the topic does not have, or that was not asked for, is absent
 * @param numbers by name; a rate is absent where nothing could have happened
 */
public record Tally(Map<Dimension, String> key, Map<String, BigDecimal> numbers) {
    /** Objections and feedback are counted in whole numbers; what is derived of them has so many places. */
    private static final int PLACES = 4;

    private static final EnumMap<Dimension, String> NO_KEY = new EnumMap<>(Dimension.class);

    private static final BigDecimal HUNDRED_THOUSAND = BigDecimal.valueOf(100_000);

    public Tally {
        key = Map.copyOf(key);
        numbers = Map.copyOf(numbers);
    }

    /** The same numbers added up by fewer dimensions, in the order of the keys. */
    public static List<Tally> by(Set<Dimension> dimensions, List<Tally> tallies) {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        Map<String, EnumMap<Dimension, String>> keys = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            EnumMap<Dimension, String> key = new EnumMap<>(Dimension.class);
            tally.key().forEach((dimension, value) -> {
                if (dimensions.contains(dimension)) {
                    key.put(dimension, value);
                }
            });
            Map<String, BigDecimal> sum = sums.computeIfAbsent(key.toString(), written -> {
                keys.put(written, key);
                return new TreeMap<>();
            });
            tally.numbers().forEach((name, number) -> sum.merge(name, number, BigDecimal::add));
        }
        List<Tally> added = new ArrayList<>();
        sums.forEach((written, sum) -> added.add(new Tally(keys.getOrDefault(written, NO_KEY), sum)));
        return List.copyOf(added);
    }

    /**
     * With one number running on from month to month: what there was at the end of each. Months without a tally have none.
     *
     * @param tallies in the order of the keys, each month with what came in it
     */
    public static List<Tally> runningOn(String name, List<Tally> tallies) {
        Map<Map<Dimension, String>, BigDecimal> sums = new HashMap<>();
        List<Tally> running = new ArrayList<>();
        for (Tally tally : tallies) {
            Map<Dimension, String> others = new HashMap<>(tally.key());
            others.remove(Dimension.MONTH);
            running.add(tally.with(
                    name, sums.merge(others, tally.numbers().getOrDefault(name, BigDecimal.ZERO), BigDecimal::add)));
        }
        return List.copyOf(running);
    }

    /** With the share of one number in another, where there is another. */
    public Tally withShare(String name, String part, String whole) {
        return withQuotient(name, part, whole, BigDecimal.ONE);
    }

    /** With how many of one number fall on 100,000 of another, where there is another. */
    public Tally withPer100000(String name, String part, String whole) {
        return withQuotient(name, part, whole, HUNDRED_THOUSAND);
    }

    /** With one number more. */
    public Tally with(String name, BigDecimal number) {
        Map<String, BigDecimal> more = new TreeMap<>(numbers);
        more.put(name, number);
        return new Tally(key, more);
    }

    private Tally withQuotient(String name, String part, String whole, BigDecimal factor) {
        BigDecimal divisor = numbers.getOrDefault(whole, BigDecimal.ZERO);
        return divisor.signum() == 0
                ? this
                : with(
                        name,
                        numbers.getOrDefault(part, BigDecimal.ZERO)
                                .multiply(factor)
                                .divide(divisor, PLACES, RoundingMode.HALF_UP));
    }
}
