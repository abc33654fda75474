package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** No count is written beside the list that it counts; subjects of commits are short. */
class WordsTest {
    private static final Pattern COUNT_BESIDE_LIST = Pattern.compile(
            "/\\*\\*(?:(?!\\*/)[\\s\\S])*?\\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
                    + "|sixteen|seventeen|eighteen|nineteen|twenty)\\b(?:(?!\\*/)[\\s\\S])*?\\*/\\s*(?:@\\w+\\s+)*"
                    + "[\\w\\s<>,.?@]*(?:\\benum\\b|=\\s*(?:List|Set|Map|EnumSet)\\.)");
    private static final int SUBJECT_MAX = 72;

    /** The last commit before subjects were held to a length. */
    private static final String SINCE = "965668f";

    @Test
    void no_comment_counts_the_list_that_it_stands_beside() {
        List<String> found = new ArrayList<>();
        ProjectFiles.below(ProjectFiles.MAIN, ".java")
                .forEach((file, text) -> COUNT_BESIDE_LIST
                        .matcher(text)
                        .results()
                        .forEach(match -> found.add(file + ": " + match.group().strip())));
        assertThat(found).isEmpty();
    }

    @Test
    void subjects_of_commits_fit_into_72_characters() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "log", "--format=%s", SINCE + "..HEAD")
                .redirectErrorStream(true)
                .start();
        String subjects = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(
                git.waitFor(1, TimeUnit.MINUTES) && git.exitValue() == 0, "no history here: " + subjects);
        assertThat(subjects.lines().filter(subject -> subject.length() > SUBJECT_MAX))
                .isEmpty();
    }
}
