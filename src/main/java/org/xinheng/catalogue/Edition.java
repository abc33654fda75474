package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.EffectivePeriod;

/** An edition of the national basic list of punishment measures (措施清单版本). */
public record Edition(
        String code,
        String title,
        @Nullable String documentNumber,
        EffectivePeriod inForce,
        @Nullable String note,
        boolean verified,
        @Nullable String checkedIn) {}
