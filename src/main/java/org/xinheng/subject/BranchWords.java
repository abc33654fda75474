package org.xinheng.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The words by which a name says that it is a branch (分支机构), from {@code subjects/branch-words.csv}. */
final class BranchWords {
    private static final String FILE = "/subjects/branch-words.csv";
    private static final String COMPANY = "公司";
    private static final Pattern NOTE_AT_THE_END = Pattern.compile("\\([^()]*\\)\\s*$");

    private static final List<Word> WORDS = read();

    private BranchWords() {}

    private enum Where {
        ANYWHERE,
        END,
        AFTER_COMPANY
    }

    private record Word(String word, Where where, List<String> except) {
        boolean in(String name) {
            boolean found = switch (where) {
                case ANYWHERE -> name.contains(word);
                case END -> name.endsWith(word);
                case AFTER_COMPANY -> afterCompany(name).endsWith(word);
            };
            return found && except.stream().noneMatch(name::endsWith);
        }

        private static String afterCompany(String name) {
            int company = name.lastIndexOf(COMPANY);
            return company < 0 ? "" : name.substring(company + COMPANY.length());
        }
    }

    /** Whether a name has one of the words; a note in brackets at its end, as 筹, is no part of it. */
    static boolean in(SubjectName name) {
        String narrow = Normalizer.normalize(name.value(), Normalizer.Form.NFKC);
        String folded = new SubjectName(NOTE_AT_THE_END.matcher(narrow).replaceAll("")).folded();
        return WORDS.stream().anyMatch(word -> word.in(folded));
    }

    private static List<Word> read() {
        try (InputStream file = BranchWords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("word,"))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Word(
                            cells[0],
                            Where.valueOf(cells[1]),
                            cells[2].isEmpty() ? List.of() : List.of(cells[2].split("\\|"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
