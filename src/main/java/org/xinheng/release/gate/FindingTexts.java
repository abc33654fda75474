package org.xinheng.release.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The words of findings, in Chinese or English, whatever the locale of the machine. */
public final class FindingTexts {
    /** Chinese texts. */
    public static final FindingTexts CHINESE = new FindingTexts("/messages/findings_zh.properties");
    /** English texts. */
    public static final FindingTexts ENGLISH = new FindingTexts("/messages/findings_en.properties");

    private final Properties texts = new Properties();

    private FindingTexts(String resource) {
        try (InputStream in = FindingTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build has left out " + resource);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong. */
    public String message(Finding finding) {
        return filled(finding.code().name(), finding);
    }

    /** How to mend it; where nobody can tell what was meant, in other words. */
    public String correction(Finding finding) {
        String key = finding.code().name() + ".mend";
        String otherwise = key + ".otherwise";
        boolean nothingMeant = finding.expected() == null && texts.containsKey(otherwise);
        return filled(nothingMeant ? otherwise : key, finding);
    }

    /** Where, what and how to mend it, on one line. */
    public String line(Finding finding) {
        String place = finding.workbook()
                + (finding.sheet() == null ? "" : " " + finding.sheet())
                + (finding.cell() == null ? "" : "!" + finding.cell());
        return finding.severity() + " " + finding.code() + " " + place + ": " + message(finding) + " → "
                + correction(finding);
    }

    private String filled(String key, Finding finding) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        text = text.replace("{found}", displayed(finding.found())).replace("{expected}", displayed(finding.expected()));
        for (int i = 0; i < finding.arguments().size(); i++) {
            text = text.replace("{" + i + "}", finding.arguments().get(i));
        }
        return text;
    }

    private static String displayed(@Nullable String value) {
        return value == null ? "" : value;
    }
}
