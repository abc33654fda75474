package org.xinheng.decision;

import org.xinheng.kernel.NoticeCode;

/**
 * Something the agency should know beside the answer.
 *
 * @param pointer what it is about: a pointer into the request, a list kind, or empty
 */
public record Warning(NoticeCode code, String pointer, String message) {}
