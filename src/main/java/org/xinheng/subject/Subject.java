package org.xinheng.subject;

import java.util.List;
import java.util.UUID;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;

/**
 * A credit subject (信用主体) as it is known: a set of identifiers, matched by any of them and never by name, and the
 * names it has borne (design §6.12).
 */
public record Subject(UUID id, SubjectType type, List<Identifier> identifiers, List<SubjectName> names) {}
