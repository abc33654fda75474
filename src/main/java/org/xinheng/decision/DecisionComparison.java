package org.xinheng.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what decisions say. Ids, times and the release they name are no part of it: those say how it was decided and
 * not what came out.
 */
final class DecisionComparison {
    private DecisionComparison() {}

    /** A thing that a decision says something of. */
    private record Topic(
            Replay.What what,
            @Nullable String rowCode,
            @Nullable UUID listing) {}

    /**
     * What is said of it.
     *
     * @param value compared
     * @param words shown; most decisions come out the same, and nobody asks for them
     */
    private record Said(Object value, Supplier<String> words) {}

    /** A decision made a step further from the recorded one, and what that step changed. */
    record Step(Replay.Cause cause, Decision decision) {}

    /** What the last step says otherwise than the recorded decision, each with the steps that changed it. */
    static List<Replay.Difference> of(Decision recorded, List<Step> steps) {
        List<Map<Topic, Said>> said = new ArrayList<>();
        said.add(saidBy(recorded));
        steps.forEach(step -> said.add(saidBy(step.decision())));
        Map<Topic, Said> first = said.get(0);
        Map<Topic, Said> last = said.get(said.size() - 1);
        Set<Topic> topics = new LinkedHashSet<>(first.keySet());
        topics.addAll(last.keySet());
        List<Replay.Difference> differences = new ArrayList<>();
        for (Topic topic : topics) {
            if (!same(first.get(topic), last.get(topic))) {
                Set<Replay.Cause> causes = EnumSet.noneOf(Replay.Cause.class);
                for (int i = 0; i < steps.size(); i++) {
                    if (!same(said.get(i).get(topic), said.get(i + 1).get(topic))) {
                        causes.add(steps.get(i).cause());
                    }
                }
                differences.add(new Replay.Difference(
                        topic.what(),
                        topic.rowCode(),
                        topic.listing(),
                        words(first.get(topic)),
                        words(last.get(topic)),
                        causes));
            }
        }
        return List.copyOf(differences);
    }

    private static boolean same(@Nullable Said one, @Nullable Said other) {
        return Objects.equals(one == null ? null : one.value(), other == null ? null : other.value());
    }

    private static @Nullable String words(@Nullable Said said) {
        return said == null ? null : said.words().get();
    }

    private static Map<Topic, Said> saidBy(Decision decision) {
        Map<Topic, Said> said = new LinkedHashMap<>();
        put(said, Replay.What.OUTCOME, decision.outcome(), decision.outcome()::name);
        for (AppliedMeasure measure : decision.measures()) {
            said.put(
                    new Topic(
                            Replay.What.MEASURE,
                            measure.source().rowCode(),
                            measure.listing().id()),
                    new Said(measure, () -> words(measure)));
        }
        for (WithheldMeasure withheld : decision.withheld()) {
            said.put(
                    new Topic(Replay.What.WITHHELD, withheld.rowCode(), withheld.listing()),
                    new Said(
                            withheld,
                            () -> withheld.measure() + " " + withheld.reason()
                                    + (withheld.wanted() == null ? "" : " " + withheld.wanted())));
        }
        put(
                said,
                Replay.What.NOTICES,
                decision.notices(),
                () -> decision.notices().stream().map(Notice::code).collect(Collectors.joining(" ")));
        put(
                said,
                Replay.What.LISTS_CONSULTED,
                decision.listsConsulted(),
                () -> decision.listsConsulted().stream()
                        .map(list -> list.listKind() + " " + list.freshAsOf())
                        .collect(Collectors.joining(", ")));
        put(
                said,
                Replay.What.FEEDBACK_DUE_ON,
                String.valueOf(decision.feedbackDueOn()),
                () -> String.valueOf(decision.feedbackDueOn()));
        put(said, Replay.What.PROMPT, decision.prompt(), decision::prompt);
        return said;
    }

    private static void put(Map<Topic, Said> said, Replay.What what, Object value, Supplier<String> words) {
        said.put(new Topic(what, null, null), new Said(value, words));
    }

    /** Short, and long enough that two which differ do not look alike for the parts that matter. */
    private static String words(AppliedMeasure measure) {
        return measure.measure() + " " + measure.effect() + " " + measure.untilKind()
                + (measure.until() == null ? "" : " " + measure.until())
                + measure.legalBases().stream()
                        .map(AppliedMeasure.CitedBasis::code)
                        .collect(Collectors.joining(" ", " [", "]"))
                + " " + measure.source().workbook() + ":" + measure.source().row()
                + (measure.objectionOpen() ? " objection" : "");
    }
}
