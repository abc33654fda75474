package org.xinheng.remedy.rest;

import org.xinheng.caller.Caller;
import org.xinheng.contract.QueryParameters;
import org.xinheng.remedy.service.Reader;

/** Who reads, and why, as the query says it. */
final class Readers {
    private Readers() {}

    static Reader of(Caller caller, QueryParameters query) {
        return new Reader(
                caller,
                query.text("purpose").orElse(null),
                query.text("caseNumber").orElse(null));
    }
}
