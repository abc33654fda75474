package org.xinheng.exchange.workbook;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The known word that somebody probably meant; thousands of unknown words in large sheets are not all looked up. */
final class Nearest {
    private int comparisonsLeft = 2_000_000;

    /** By title first (the Chinese word typed in place of its code), then by the fewest changed characters. */
    Optional<String> of(String written, Map<String, String> known) {
        for (Map.Entry<String, String> word : known.entrySet()) {
            if (word.getValue().equals(written)) {
                return Optional.of(word.getKey());
            }
        }
        return of(written, known.keySet());
    }

    private Optional<String> of(String written, Collection<String> known) {
        comparisonsLeft -= known.size();
        if (comparisonsLeft < 0) {
            return Optional.empty();
        }
        String upper = written.toUpperCase(java.util.Locale.ROOT);
        int allowed = Math.max(2, upper.length() / 3);
        String nearest = null;
        int fewest = allowed + 1;
        for (String word : known) {
            if (Math.abs(word.length() - upper.length()) >= fewest) {
                continue;
            }
            int changes = changes(upper, word);
            if (changes < fewest) {
                fewest = changes;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein distance; two exchanged neighbours count as one change. */
    private static int changes(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + same);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[b.length()];
    }
}
