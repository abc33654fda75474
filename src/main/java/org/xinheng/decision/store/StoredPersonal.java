package org.xinheng.decision.store;

import org.jspecify.annotations.Nullable;

/**
 * What identifies the subject of a decision, kept encrypted beside it.
 *
 * @param principal number of the legal person or operator behind the subject, null where none was named
 */
record StoredPersonal(
        String identifier, @Nullable String name, @Nullable String principal) {}
