package org.xinheng.catalogue.register;

import java.util.Map;

/** A named set of words with their Chinese titles. */
public record Vocabulary(String name, Map<String, String> titles) {
    /** No words at all. */
    public static final Vocabulary NONE = new Vocabulary("", Map.of());
}
