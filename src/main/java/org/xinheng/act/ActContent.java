package org.xinheng.act;

import org.jspecify.annotations.Nullable;

/** What an act says in free words, which may name persons: encrypted where it is kept. */
public record ActContent(
        @Nullable String documentTitle,
        @Nullable String legalRepresentative,
        @Nullable String violation,
        @Nullable String facts,
        @Nullable String basis,
        @Nullable String content,
        @Nullable String certificate,
        @Nullable String status,
        @Nullable String source,
        @Nullable String sourceCode,
        @Nullable String remarks) {}
