package org.xinheng.testing;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/** Fails inside any resource in every way a resource can, when a header asks for it; there in tests only. */
public class FailureOnDemand {
    /** Header that names the failure. */
    public static final String HEADER = "Testing-Fail-With";

    private static final int BEFORE_THE_DOOR = 1;

    @ServerRequestFilter(priority = BEFORE_THE_DOOR)
    public void fail(ContainerRequestContext request) throws SQLException {
        String how = request.getHeaderString(HEADER);
        if (how == null) {
            return;
        }
        switch (how) {
            case "refusal" ->
                throw new Refusal(List.of(
                        Fault.at("/matter", ErrorCode.CODE_UNKNOWN, "{0} '}", "matters"),
                        Fault.at("措施!F14", ErrorCode.FIELD_MISSING, "措施")));
            case "wrapped" -> throw new IllegalStateException(Refusal.of(ErrorCode.LISTING_ALREADY_REMOVED, "L-1"));
            case "bug" -> throw new IllegalStateException("secret 000000198001010013");
            case "error" -> throw new StackOverflowError("secret");
            case "database" -> throw new IllegalStateException(new SQLException("gone", "57P01"));
            case "constraint" -> throw new IllegalStateException(new SQLException("secret", "23505"));
            case "unauthorised" -> throw new io.quarkus.security.UnauthorizedException("secret");
            case "unauthenticated" -> throw new io.quarkus.security.AuthenticationFailedException("secret");
            case "forbidden" -> throw new io.quarkus.security.ForbiddenException("secret");
            default -> throw new IllegalArgumentException("no such failure: " + how);
        }
    }
}
