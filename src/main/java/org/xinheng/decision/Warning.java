package org.xinheng.decision;

/**
 * Something the agency should know beside the answer.
 *
 * @param code {@code PROJECTION}, {@code RECONSTRUCTED}, {@code LIST_UNREAD}, {@code LIST_STALE},
 *     {@code INNER_CODE_CHECK}, {@code OBJECTION_OPEN}
 * @param pointer what it is about: a pointer into the request, a list kind, or empty
 */
public record Warning(String code, String pointer, String message) {}
