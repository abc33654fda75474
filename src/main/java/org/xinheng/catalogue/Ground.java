package org.xinheng.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 认定事由: why a subject may be put on a list; code is list kind and number, {@code ZFCG-2}.
 *
 * @param outcome the outcome of a commitment that this ground stands for, null for a ground of another list
 */
public record Ground(
        String code,
        String listKind,
        String title,
        List<String> legalBases,
        boolean verified,
        @Nullable String checkedIn,
        @Nullable CommitmentOutcome outcome) {}
