package org.xinheng.decision.store;

import org.jspecify.annotations.Nullable;

/** What identifies the subject of a decision, kept encrypted beside it. */
record StoredPersonal(String identifier, @Nullable String name) {}
