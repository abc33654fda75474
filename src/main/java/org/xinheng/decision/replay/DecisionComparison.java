package org.xinheng.decision.replay;

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
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.WithheldMeasure;

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
    private record TopicValue(Object value, Supplier<String> words) {}

    /** A decision made a step further from the recorded one, and what that step changed. */
    record Step(Replay.Cause cause, Decision decision) {}

    /** What the last step says otherwise than the recorded decision, each with the steps that changed it. */
    static List<Replay.Difference> of(Decision recorded, List<Step> steps) {
        List<Map<Topic, TopicValue>> stated = new ArrayList<>();
        stated.add(valuesOf(recorded));
        steps.forEach(step -> stated.add(valuesOf(step.decision())));
        Map<Topic, TopicValue> first = stated.get(0);
        Map<Topic, TopicValue> last = stated.get(stated.size() - 1);
        Set<Topic> topics = new LinkedHashSet<>(first.keySet());
        topics.addAll(last.keySet());
        List<Replay.Difference> differences = new ArrayList<>();
        for (Topic topic : topics) {
            if (!same(first.get(topic), last.get(topic))) {
                Set<Replay.Cause> causes = EnumSet.noneOf(Replay.Cause.class);
                for (int i = 0; i < steps.size(); i++) {
                    if (!same(stated.get(i).get(topic), stated.get(i + 1).get(topic))) {
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

    private static boolean same(@Nullable TopicValue one, @Nullable TopicValue other) {
        return Objects.equals(one == null ? null : one.value(), other == null ? null : other.value());
    }

    private static @Nullable String words(@Nullable TopicValue stated) {
        return stated == null ? null : stated.words().get();
    }

    private static Map<Topic, TopicValue> valuesOf(Decision decision) {
        Map<Topic, TopicValue> stated = new LinkedHashMap<>();
        put(stated, Replay.What.OUTCOME, decision.outcome(), decision.outcome()::name);
        for (AppliedMeasure measure : decision.measures()) {
            stated.put(
                    new Topic(
                            Replay.What.MEASURE,
                            measure.source().rowCode(),
                            measure.listing().id()),
                    new TopicValue(measure, () -> words(measure)));
        }
        for (WithheldMeasure withheld : decision.withheld()) {
            stated.put(
                    new Topic(Replay.What.WITHHELD, withheld.rowCode(), withheld.listing()),
                    new TopicValue(
                            withheld,
                            () -> withheld.measure() + " " + withheld.reason()
                                    + (withheld.wanted() == null ? "" : " " + withheld.wanted())));
        }
        put(
                stated,
                Replay.What.NOTICES,
                decision.notices(),
                () -> decision.notices().stream()
                        .map(notice -> notice.code().name())
                        .collect(Collectors.joining(" ")));
        put(
                stated,
                Replay.What.LISTS_CONSULTED,
                decision.listsConsulted(),
                () -> decision.listsConsulted().stream()
                        .map(list -> list.listKind() + " " + list.freshAsOf())
                        .collect(Collectors.joining(", ")));
        put(
                stated,
                Replay.What.FEEDBACK_DUE_ON,
                String.valueOf(decision.feedbackDueOn()),
                () -> String.valueOf(decision.feedbackDueOn()));
        put(stated, Replay.What.PROMPT, decision.prompt(), decision::prompt);
        return stated;
    }

    private static void put(Map<Topic, TopicValue> stated, Replay.What what, Object value, Supplier<String> words) {
        stated.put(new Topic(what, null, null), new TopicValue(value, words));
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
