package org.xinheng.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Repeatable chance: one seed, one demonstration. The formula behind it is fixed by the contract of {@link Random}. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in {@code n} times. */
    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** One of a list that is not empty. */
    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A day from the first to the last, both included; the last when they are the wrong way round. */
    LocalDate dayBetween(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? last : first.plusDays(random.nextInt(Math.toIntExact(days) + 1));
    }

    /** A copy in another order. */
    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
