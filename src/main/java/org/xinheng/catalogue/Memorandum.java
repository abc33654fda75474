package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;

/** 合作备忘录: a source of measures, never a basis. {@code nature} is P, R or B (both). */
public record Memorandum(
        String code,
        String title,
        String nature,
        @Nullable String initiator,
        @Nullable String documentNumber,
        @Nullable String year,
        @Nullable Integer signatories,
        @Nullable String status,
        boolean verified,
        @Nullable String checkedIn) {}
