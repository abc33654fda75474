package org.xinheng.act;

import org.xinheng.kernel.Identifier;

/**
 * What makes two acts of a department one: its number, about a subject.
 *
 * @param subject {@linkplain Identifier#key() key} of the subject's numbers
 */
public record ActKey(ActKind kind, String documentNumber, Identifier subject) {
    /** Of a draft. */
    public static ActKey of(ActDraft draft) {
        return new ActKey(
                draft.kind(),
                draft.documentNumber(),
                draft.subject().identifier().key());
    }
}
