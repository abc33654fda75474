package org.xinheng.app.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.Xinheng;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.release.Draft;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Severity;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.ReleaseBooks;

/** Issue 3: the gate in a process of its own says what it says here, and never holds up or outlives the service. */
class ForkedGateTest {
    private static final String PROCUREMENT = "memoranda/government-procurement.xlsx";
    private static final int FIRST_ROW = 8;
    private static final int NICENESS_AFTER_NAME = 16;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Draft DRAFT = new Draft(UUID.randomUUID(), "hash", Instant.EPOCH);
    private static final Duration PATIENT = Duration.ofMinutes(5);
    private static final String HEAP = "512m";

    @TempDir
    Path folder;

    @Test
    void the_project_s_own_workbooks_get_the_report_they_get_in_the_service() throws IOException {
        List<Workbook> workbooks = shipped();
        List<GateCheck.Stage> stages = new ArrayList<>();

        GateCheck.Result apart = program(HEAP, PATIENT).pass(DRAFT, workbooks, DAY, stages::add);

        GateCheck.Result here = new InProcessGate().pass(DRAFT, workbooks, DAY, stage -> {});
        assertThat(apart.findings()).isEqualTo(here.findings());
        assertThat(apart.content()).isEqualTo(here.content());
        assertThat(apart.content().rules()).hasSizeGreaterThan(100);
        assertThat(stages).containsExactly(GateCheck.Stage.values());
    }

    @Test
    void so_does_a_broken_workbook() throws IOException {
        byte[] broken = ReleaseBooks.edited(
                PROCUREMENT,
                book -> book.getSheet("措施").getRow(FIRST_ROW).getCell(0).setCellValue("没有编号"));
        List<Workbook> workbooks = shipped().stream()
                .map(workbook -> workbook.name().equals(PROCUREMENT) ? new Workbook(PROCUREMENT, broken) : workbook)
                .toList();
        List<GateCheck.Stage> stages = new ArrayList<>();

        GateCheck.Result apart = program(HEAP, PATIENT).pass(DRAFT, workbooks, DAY, stages::add);

        GateCheck.Result here = new InProcessGate().pass(DRAFT, workbooks, DAY, stage -> {});
        assertThat(apart).isEqualTo(here);
        assertThat(apart.findings())
                .anySatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        assertThat(stages)
                .as("the sound workbooks are tried all the same")
                .containsExactly(
                        GateCheck.Stage.READING,
                        GateCheck.Stage.MEANING,
                        GateCheck.Stage.COMPILING,
                        GateCheck.Stage.TESTING);
    }

    @Test
    void one_that_runs_out_of_memory_ends_by_itself_and_says_so() {
        assertThatThrownBy(() -> program("12m", PATIENT).pass(DRAFT, shipped(), DAY, stage -> {}))
                .isInstanceOf(GateEndedEarly.class)
                .hasMessageContaining("OutOfMemoryError");
        assertNoneIsLeft(Xinheng.class);
    }

    @Test
    void one_that_answers_nothing_is_ended_when_its_time_is_over() {
        assertThatThrownBy(() -> standIn(Hanging.class, Duration.ofSeconds(1)).pass(DRAFT, shipped(), DAY, stage -> {}))
                .isInstanceOf(GateEndedEarly.class)
                .hasMessageContaining("PT1S");
        assertNoneIsLeft(Hanging.class);
    }

    @Test
    void a_service_that_stops_takes_it_along() {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread work = new Thread(() -> ended.complete(
                catchThrowable(() -> standIn(Hanging.class, PATIENT).pass(DRAFT, shipped(), DAY, stage -> {}))));
        work.start();
        await().atMost(PATIENT).until(() -> processes(Hanging.class).findAny().isPresent());

        work.interrupt();

        assertThat(ended.join()).isInstanceOf(GateEndedEarly.class).hasMessage("the service stops");
        assertNoneIsLeft(Hanging.class);
    }

    @Test
    void a_pass_that_breaks_down_there_would_do_so_again_and_is_told_as_here() {
        assertThatThrownBy(() -> program(HEAP, PATIENT)
                        .pass(DRAFT, List.of(new Workbook("not the name of a workbook", new byte[0])), DAY, stage -> {
                            throw new IllegalArgumentException("the queue is gone");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the queue is gone");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void it_knows_nothing_of_the_service_s_environment_and_stands_behind_everybody() throws IOException {
        String reported = catchThrowable(() -> standIn(Telling.class, PATIENT).pass(DRAFT, List.of(), DAY, stage -> {}))
                .getMessage();
        assertThat(reported)
                .contains("niceness=" + (niceness("/proc/thread-self/stat") + GateProcess.NICENESS_MORE) + "\n");
        Set<String> names = Set.of(reported.substring(reported.indexOf("names=") + "names=".length())
                .strip()
                .split(","));
        assertThat(System.getenv()).as("what it could have known").hasSizeGreaterThan(names.size());
        assertThat(names)
                .isSubsetOf(
                        "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "HOME", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH");
    }

    private ForkedGate program(String heap, Duration longest) throws IOException {
        return apart(Xinheng.class, heap, longest);
    }

    private ForkedGate standIn(Class<?> program, Duration longest) throws IOException {
        return apart(program, HEAP, longest);
    }

    /** The class path goes by a file: the system shows no more of a command line than a page. */
    private ForkedGate apart(Class<?> program, String heap, Duration longest) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "-cp \"" + ChildJvm.classPath() + "\"");
        return new ForkedGate(new GateProcess(List.of("@" + words, program.getName()), heap), longest);
    }

    private static List<Workbook> shipped() throws IOException {
        return DecisionTableFiles.workbooks(Path.of("decision-tables"));
    }

    private static void assertNoneIsLeft(Class<?> program) {
        await().atMost(PATIENT).until(() -> processes(program).findAny().isEmpty());
    }

    private static Stream<ProcessHandle> processes(Class<?> program) {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                        .contains(program.getName()));
    }

    private static int niceness(String stat) throws IOException {
        String reported = Files.readString(Path.of(stat));
        return Integer.parseInt(
                reported.substring(reported.lastIndexOf(')') + 2).split(" ", -1)[NICENESS_AFTER_NAME]);
    }

    /** Takes everything and says nothing. */
    static final class Hanging {
        private Hanging() {}

        public static void main(String... words) throws IOException {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Complains of its circumstances and ends. */
    static final class Telling {
        private Telling() {}

        public static void main(String... words) throws IOException {
            System.err.println("niceness=" + niceness("/proc/self/stat"));
            System.err.println("names=" + String.join(",", System.getenv().keySet()));
        }
    }
}
