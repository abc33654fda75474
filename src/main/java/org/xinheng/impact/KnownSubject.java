package org.xinheng.impact;

import java.util.UUID;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.SubjectFile;

/** A subject with everything the lists know of it. */
public record KnownSubject(UUID id, SubjectType type, SubjectFile file) {}
