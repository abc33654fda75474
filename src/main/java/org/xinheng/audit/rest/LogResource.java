package org.xinheng.audit.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.regex.Pattern;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.service.ReadProofs;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.CheckpointView;
import org.xinheng.contract.api.ConsistencyProofView;
import org.xinheng.contract.api.InclusionProofView;
import org.xinheng.contract.api.LogHeadView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.notary.VerifierKey;

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
        return view(readProofs.checkpoint());
    }

    /** That an entry is in the log; named by position, or by leaf hash in hexadecimal. */
    @GET
    @Path("entries/{entry}/proof")
    @Produces(MediaType.APPLICATION_JSON)
    public InclusionProofView proof(@PathParam("entry") String entry) {
        if (POSITION.matcher(entry).matches()) {
            return view(readProofs.at(caller.get(), Long.parseLong(entry)));
        }
        if (LEAF_HASH.matcher(entry).matches()) {
            return view(readProofs.of(caller.get(), TreeHash.ofHex(entry)));
        }
        throw Refusal.of(ErrorCode.ENTRY_NOT_FOUND);
    }

    /** That the log of one size is the head of the log of another. */
    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public ConsistencyProofView consistency(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.PROVE_CONSISTENCY, uri.getQueryParameters());
        long from = query.number("from")
                .orElseThrow(
                        () -> Refusal.at("query:from", ErrorCode.PARAMETER_INVALID, "from", "a number of entries"));
        return view(readProofs.consistency(from, query.number("to")));
    }

    private static ConsistencyProofView view(ReadProofs.Consistency consistency) {
        return new ConsistencyProofView(
                new LogHeadView(consistency.from(), consistency.fromRoot().base64()),
                new LogHeadView(consistency.to(), consistency.toRoot().base64()),
                consistency.proof().stream().map(TreeHash::base64).toList());
    }

    private InclusionProofView view(ReadProofs.Inclusion inclusion) {
        LogEntry entry = inclusion.placed().entry();
        LogEntry.Coverage coverage = entry.coverage();
        return new InclusionProofView(
                inclusion.placed().position(),
                inclusion.placed().leafHash().hex(),
                Base64.getEncoder().encodeToString(entry.leaf()),
                entry.entry().at(),
                entry.entry().kind(),
                coverage == null ? null : coverage.covered().kind(),
                coverage == null ? null : coverage.covered().key(),
                inclusion.path().stream().map(TreeHash::base64).toList(),
                view(inclusion.checkpoint()));
    }

    private CheckpointView view(TransparencyLog.Published checkpoint) {
        return new CheckpointView(
                signer.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                checkpoint.note(),
                signer.verifierKeys().stream().map(VerifierKey::written).toList());
    }
}
