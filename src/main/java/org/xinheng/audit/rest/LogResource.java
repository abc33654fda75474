package org.xinheng.audit.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.service.ReadProofs;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/audit}: checkpoints and proofs. */
@Path("/v1/audit")
public class LogResource {
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern LEAF_HASH = Pattern.compile("[0-9a-f]{64}");

    private final Contract contract;
    private final CurrentCaller caller;
    private final ReadProofs readProofs;
    private final LogSigner signer;

    LogResource(Contract contract, CurrentCaller caller, ReadProofs readProofs, LogSigner signer) {
        this.contract = contract;
        this.caller = caller;
        this.readProofs = readProofs;
        this.signer = signer;
    }

    /** The last checkpoint as a signed note (C2SP tlog-checkpoint). */
    @GET
    @Path("checkpoint")
    @Produces({MediaType.TEXT_PLAIN + ";qs=1.0"})
    public String checkpoint() {
        return readProofs.checkpoint().note();
    }

    /** The last checkpoint, taken apart, with the keys that verify it. */
    @GET
    @Path("checkpoint")
    @Produces({MediaType.APPLICATION_JSON + ";qs=0.5"})
    public CheckpointView checkpointInParts() {
        return CheckpointView.of(readProofs.checkpoint(), signer);
    }

    /** That an entry is in the log; named by position, or by leaf hash in hexadecimal. */
    @GET
    @Path("entries/{entry}/proof")
    @Produces(MediaType.APPLICATION_JSON)
    public InclusionView proof(@PathParam("entry") String entry) {
        if (POSITION.matcher(entry).matches()) {
            return InclusionView.of(readProofs.at(caller.get(), Long.parseLong(entry)), signer);
        }
        if (LEAF_HASH.matcher(entry).matches()) {
            return InclusionView.of(readProofs.of(caller.get(), TreeHash.ofHex(entry)), signer);
        }
        throw Refusal.of(ErrorCode.ENTRY_NOT_FOUND);
    }

    /** That the log of one size is the head of the log of another. */
    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public ConsistencyView consistency(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.PROVE_CONSISTENCY, uri.getQueryParameters());
        long from = query.number("from")
                .orElseThrow(
                        () -> Refusal.at("query:from", ErrorCode.PARAMETER_INVALID, "from", "a number of entries"));
        return ConsistencyView.of(readProofs.consistency(from, query.number("to")));
    }
}
