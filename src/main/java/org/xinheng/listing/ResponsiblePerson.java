package org.xinheng.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;

/**
 * A person whom the listing names in a role (责任人员), never inferred from registration data (L3).
 *
 * @param from first day in the role, null when open
 * @param to last day in the role, null when open
 */
public record ResponsiblePerson(
        TargetRole role,
        UUID subjectId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
