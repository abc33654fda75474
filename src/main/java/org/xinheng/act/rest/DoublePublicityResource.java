package org.xinheng.act.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Acts;
import org.xinheng.act.service.ReadActs;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.DoublePublicityFigureView;
import org.xinheng.contract.api.DoublePublicityFiguresView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/statistics/double-publicity}. */
@Path("/v1/statistics/double-publicity")
@Produces(MediaType.APPLICATION_JSON)
public class DoublePublicityResource {
    private static final MathContext DIGITS = new MathContext(6);

    private final Contract contract;
    private final CurrentCaller caller;
    private final ReadActs readActs;
    private final KnownCodes knownCodes;

    DoublePublicityResource(Contract contract, CurrentCaller caller, ReadActs readActs, KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.readActs = readActs;
        this.knownCodes = knownCodes;
    }

    /** Compliance, lateness and completeness by department, kind and month. */
    @GET
    public DoublePublicityFiguresView figures(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.DOUBLE_PUBLICITY_FIGURES, uri.getQueryParameters());
        YearMonth from = query.text("from")
                .map(YearMonth::parse)
                .orElseThrow(() -> Refusal.at("query:from", ErrorCode.PARAMETER_INVALID, "from", "yyyy-MM"));
        YearMonth to = query.text("to").map(YearMonth::parse).orElse(from);
        return new DoublePublicityFiguresView(readActs
                .figures(
                        caller.get(),
                        knownCodes
                                .known(KnownCodes.Register.DEPARTMENTS, "query:department", query.text("department"))
                                .orElse(null),
                        from.atDay(1),
                        to.atDay(1))
                .stream()
                .map(DoublePublicityResource::figure)
                .toList());
    }

    static DoublePublicityFigureView figure(Acts.Figures figures) {
        return new DoublePublicityFigureView(
                figures.department(),
                figures.kind(),
                YearMonth.from(figures.month()).toString(),
                figures.made(),
                figures.reported(),
                figures.late(),
                figures.handedIn(),
                figures.compliant(),
                figures.made() == null ? null : rate(figures.reported(), figures.made()),
                rate(figures.late(), figures.reported()),
                rate(figures.compliant(), figures.handedIn()));
    }

    private static @Nullable BigDecimal rate(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS);
    }
}
