package org.xinheng.release.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Actor;
import org.xinheng.release.Releases;
import org.xinheng.release.Tenure;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.WorkbookEntry;
import org.xinheng.release.life.Opening;
import org.xinheng.release.life.ReleaseLife;

/** Issue 3, item 6: what a release may take back of another one. Workbooks and rules are told apart by one letter. */
class ChangesOfOthersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Actor CLERK = new Actor(new UUID(9, 9), null, "WH-XYB");
    private static final UUID FIRST = new UUID(0, 1);

    private final Map<UUID, Map<String, String>> workbooks = new HashMap<>();
    private final Map<UUID, Map<String, String>> rules = new HashMap<>();
    private final Map<UUID, Upload> uploads = new HashMap<>();
    private final List<Opening> openings = new ArrayList<>();
    private final ChangesOfOthers changesOfOthers = new ChangesOfOthers(
            port(Releases.class, (method, id) -> switch (method) {
                case "workbookEntries" ->
                    workbooks.get(id).entrySet().stream()
                            .map(each -> new WorkbookEntry(each.getKey(), each.getValue(), 1))
                            .toList();
                case "rules" -> rules.get(id);
                default -> throw new UnsupportedOperationException(method);
            }),
            port(Uploads.class, (method, id) -> List.of(uploads.get(id))));

    @Test
    void rules_that_a_release_has_from_an_older_build_do_not_take_the_place_of_newer_ones() {
        first("rule-1");
        UUID older = release(2, CLERK, FIRST, Map.of("x", "b"), "rule-1", "x");
        UUID upgraded = release(3, null, FIRST, Map.of("x", "a", "y", "a"), "rule-2", "x", "y");
        assertThatCode(() -> changesOfOthers.refuseUndoing(life(upgraded), DAY)).doesNotThrowAnyException();
        law(upgraded);
        refused(older, "law.drl");

        UUID again = release(4, CLERK, upgraded, Map.of("x", "b"), "rule-2", "x");
        assertThatCode(() -> changesOfOthers.refuseUndoing(life(again), DAY)).doesNotThrowAnyException();
    }

    @Test
    void what_the_build_brought_undoes_nothing_that_a_clerk_made_law_meanwhile() {
        first("rule-1");
        UUID shipped = release(2, null, FIRST, Map.of("x", "a", "y", "a"), "rule-2", "x", "y");
        law(release(3, CLERK, FIRST, Map.of("x", "b", "z", "new"), "rule-1", "x", "z"));
        refused(shipped, "x, z");
    }

    @Test
    void what_both_have_alike_is_no_change() {
        first("rule-1");
        UUID mine = release(2, CLERK, FIRST, Map.of("x", "b"), "rule-1", "x");
        law(release(3, CLERK, FIRST, Map.of("x", "b"), "rule-1", "x"));
        assertThatCode(() -> changesOfOthers.refuseUndoing(life(mine), DAY)).doesNotThrowAnyException();
    }

    private void refused(UUID release, String what) {
        assertThatThrownBy(() -> changesOfOthers.refuseUndoing(life(release), DAY))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.faults().get(0).code()).isEqualTo(ErrorCode.RELEASE_OUTDATED);
                    assertThat(refusal.faults().get(0).arguments()).contains(what);
                });
    }

    private void first(String rule) {
        workbooks.put(FIRST, Map.of("x", "a", "y", "a"));
        rules.put(FIRST, Map.of("law.drl", rule));
        law(FIRST);
    }

    private UUID release(
            int number, @Nullable Actor by, UUID basedOn, Map<String, String> own, String rule, String... names) {
        UUID id = new UUID(0, number);
        Map<String, String> whole = new HashMap<>(by == null ? Map.of() : workbooks.get(basedOn));
        whole.putAll(own);
        workbooks.put(id, whole);
        rules.put(id, Map.of("law.drl", rule));
        uploads.put(id, new Upload(id, id, Instant.EPOCH, by, basedOn, DAY, List.of(names)));
        return id;
    }

    private void law(UUID release) {
        openings.add(new Opening(
                openings.size(),
                new Tenure(release, DAY.minusDays(3), Instant.EPOCH),
                Opening.Step.APPROVAL,
                CLERK,
                "why",
                null));
    }

    private ReleaseLife life(UUID release) {
        return new ReleaseLife(release, null, null, null, List.of(), List.copyOf(openings), List.of());
    }

    private interface Answers {
        Object to(String method, UUID release);
    }

    private static <P> P port(Class<P> port, Answers answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, given) -> answers.to(method.getName(), (UUID) given[0])));
    }
}
