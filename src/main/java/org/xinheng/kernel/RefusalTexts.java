package org.xinheng.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the refusals, Chinese or English, from {@code messages/errors_zh.properties} and
 * {@code errors_en.properties}: {@code {0}} to {@code {9}} are replaced as they stand, nothing else is special.
 */
public final class RefusalTexts {
    private static final RefusalTexts CHINESE = new RefusalTexts("zh");
    private static final RefusalTexts ENGLISH = new RefusalTexts("en");

    private final Properties texts = new Properties();

    private RefusalTexts(String language) {
        String path = "/messages/errors_" + language + ".properties";
        try (InputStream file = RefusalTexts.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, in one sentence without a final period. */
    public static String sentence(Fault fault, Locale locale) {
        return filled(in(locale).text(fault.code().name()), fault.arguments());
    }

    /** The short, constant title of all refusals with this HTTP status (RFC 9457 §3.1.3). */
    public static String title(int status, Locale locale) {
        return in(locale).text("status." + status);
    }

    /**
     * The language to answer in.
     *
     * @param acceptLanguage the header of RFC 9110 §12.5.4; absent, malformed or without either language: Chinese
     */
    public static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.CHINESE;
        }
        try {
            Locale best =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
            return best == null ? Locale.CHINESE : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.CHINESE;
        }
    }

    private static RefusalTexts in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return text;
    }

    /** An argument that was not given leaves an ellipsis: a poorer sentence is better than none. */
    private static String filled(String text, List<String> arguments) {
        StringBuilder sentence = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            if (i + 2 < text.length()
                    && text.charAt(i) == '{'
                    && text.charAt(i + 2) == '}'
                    && text.charAt(i + 1) >= '0'
                    && text.charAt(i + 1) <= '9') {
                int index = text.charAt(i + 1) - '0';
                sentence.append(index < arguments.size() ? arguments.get(index) : "…");
                i += 2;
            } else {
                sentence.append(text.charAt(i));
            }
        }
        return sentence.toString();
    }
}
