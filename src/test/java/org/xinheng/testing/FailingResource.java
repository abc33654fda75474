package org.xinheng.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.UUID;
import org.xinheng.contract.Contract;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/** Fails in every way a resource can; there in tests only. */
@Path("/testing/failures")
@PermitAll
public class FailingResource {
    private final Contract contract;

    FailingResource(Contract contract) {
        this.contract = contract;
    }

    @GET
    @Path("/{how}")
    @Produces("application/json")
    public String fail(@PathParam("how") String how) throws SQLException {
        switch (how) {
            case "refusal" ->
                throw new Refusal(java.util.List.of(
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
            default -> {
                return "{}";
            }
        }
    }

    @GET
    @Path("/by-id/{id}")
    public String read(@PathParam("id") UUID id) {
        return id.toString();
    }

    @POST
    @Path("/body")
    @Consumes("application/json")
    public String read(byte[] body) {
        return contract.body("RemovalRequest", body).toString();
    }
}
