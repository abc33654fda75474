package org.xinheng.decision.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final List<List<Integer>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void nobodyWaits() {
        gate.countDown();
        askers.shutdownNow();
    }

    @Test
    void a_question_that_comes_alone_is_answered_alone_and_waits_for_nobody() {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 8, this::answered);
        assertThat(groupCommit.ask(7)).isEqualTo("answer to 7");
        assertThat(groupCommit.ask(8)).isEqualTo("answer to 8");
        assertThat(asked).containsExactly(List.of(7), List.of(8));
    }

    @Test
    void those_who_come_while_one_is_on_its_way_go_together_and_each_gets_its_own_answer() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 8, this::answeredOnceTheGateIsOpen);
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2, 3, 4, 5);
        gate.countDown();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("answer to " + i);
        }
        assertThat(asked).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void no_group_is_larger_than_it_may_be() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 2, this::answeredOnceTheGateIsOpen);
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2, 3);
        gate.countDown();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).startsWith("answer to");
        }
        assertThat(asked).containsExactly(List.of(0), List.of(1, 2), List.of(3));
    }

    @Test
    void as_many_are_on_their_way_at_once_as_may_be() {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(2, 8, this::answeredOnceTheGateIsOpen);
        askers.submit(() -> groupCommit.ask(0));
        askers.submit(() -> groupCommit.ask(1));
        await().until(() -> asked.size() == 2);
        assertThat(asked).containsExactlyInAnyOrder(List.of(0), List.of(1));
    }

    @Test
    void when_nothing_was_committed_each_is_processed_alone_and_only_the_one_that_fails_reports_it() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 8, questions -> {
            if (questions.contains(2)) {
                asked.add(questions);
                throw new GroupCommit.NothingCommitted(new IllegalArgumentException("two"));
            }
            return answeredOnceTheGateIsOpen(questions);
        });
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2, 3);
        gate.countDown();
        assertThat(answers.get(1).get()).isEqualTo("answer to 1");
        assertThat(answers.get(3).get()).isEqualTo("answer to 3");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("two");
        assertThat(asked).containsExactly(List.of(0), List.of(1, 2, 3), List.of(1), List.of(2), List.of(3));
    }

    @Test
    void a_failure_of_which_it_is_not_known_what_was_done_reaches_all_and_nobody_is_asked_again() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 8, questions -> {
            if (questions.contains(2)) {
                asked.add(questions);
                throw new IllegalStateException("the commit was not answered");
            }
            return answeredOnceTheGateIsOpen(questions);
        });
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2);
        gate.countDown();
        assertThatThrownBy(() -> answers.get(1).get()).hasRootCauseMessage("the commit was not answered");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("the commit was not answered");
        assertThat(asked).containsExactly(List.of(0), List.of(1, 2));
        assertThat(groupCommit.ask(3)).as("the next one goes as ever").isEqualTo("answer to 3");
    }

    @Test
    void an_error_of_the_machine_leaves_nobody_waiting_either() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(1, 8, questions -> {
            if (questions.contains(1)) {
                throw new StackOverflowError("deep");
            }
            return answeredOnceTheGateIsOpen(questions);
        });
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2);
        gate.countDown();
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(groupCommit.ask(3)).isEqualTo("answer to 3");
    }

    @Test
    void too_few_answers_leave_nobody_waiting() throws Exception {
        GroupCommit<Integer, String> groupCommit = new GroupCommit<>(
                1, 8, questions -> answeredOnceTheGateIsOpen(questions).subList(0, 1));
        List<Future<String>> answers = asking(groupCommit, 0, 1, 2);
        gate.countDown();
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("1 answers to 2 questions");
        assertThat(groupCommit.ask(3)).isEqualTo("answer to 3");
    }

    /** Asked one after the other, the first of them on its way before the others come. */
    private List<Future<String>> asking(GroupCommit<Integer, String> groupCommit, Integer... questions) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < questions.length; i++) {
            Integer question = questions[i];
            var answer = new CompletableFuture<String>();
            askers.submit(() -> {
                try {
                    answer.complete(groupCommit.ask(question));
                } catch (RuntimeException | Error failed) {
                    answer.completeExceptionally(failed);
                }
            });
            answers.add(answer);
            int waiting = i;
            await().until(() -> asked.size() == 1 && groupCommit.waiting() == waiting);
        }
        return answers;
    }

    private List<String> answered(List<Integer> questions) {
        asked.add(questions);
        return questions.stream().map(question -> "answer to " + question).toList();
    }

    private List<String> answeredOnceTheGateIsOpen(List<Integer> questions) {
        List<String> answers = answered(questions);
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answers;
    }
}
