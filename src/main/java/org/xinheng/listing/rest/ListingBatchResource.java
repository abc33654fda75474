package org.xinheng.listing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Problem;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;
import org.xinheng.listing.ListingBatch;
import org.xinheng.listing.service.EnterBatch;
import org.xinheng.listing.service.ReadBatches;

/** {@code /v1/listing-batches}. */
@Path("/v1/listing-batches")
@Produces(MediaType.APPLICATION_JSON)
public class ListingBatchResource {
    private static final String PATH = "/v1/listing-batches/";

    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final ListingCsv listingCsv;
    private final EnterBatch enterBatch;
    private final ReadBatches readBatches;
    private final ObjectMapper objectMapper;

    ListingBatchResource(
            CurrentCaller caller,
            Idempotency idempotency,
            ListingCsv listingCsv,
            EnterBatch enterBatch,
            ReadBatches readBatches,
            ObjectMapper objectMapper) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.listingCsv = listingCsv;
        this.enterBatch = enterBatch;
        this.readBatches = readBatches;
        this.objectMapper = objectMapper;
    }

    /** Enters all rows of a file or none. */
    @POST
    @Consumes("text/csv")
    public Response enter(byte[] file, @Context HttpHeaders headers) {
        BodyHash hash = BodyHash.of(file);
        Locale language = RefusalTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            return idempotency.once(
                    headers, "POST /v1/listing-batches", () -> hash, () -> entered(file, hash, language));
        } catch (EnterBatch.BatchTakenMeanwhile taken) {
            return Idempotency.response(accepted(taken.batch())).build();
        }
    }

    /** The report of a batch. */
    @GET
    @Path("{id}")
    public BatchView read(@PathParam("id") String id) {
        return BatchView.of(readBatches.read(caller.get(), batchId(id)));
    }

    private RenderedAnswer entered(byte[] file, BodyHash hash, Locale language) {
        ListingCsv.Read read = listingCsv.read(file);
        List<Fault> faults = new ArrayList<>();
        ListingBatch batch = enterBatch.enter(caller.get(), hash.hex(), read.rows(), (line, fault) -> {
            String column = read.columnOf(line, fault);
            faults.add(new Fault(fault.code(), ListingColumns.cell(line, column), fault.arguments()));
            return new ListingBatch.RowFault(column, fault.code().name(), RefusalTexts.sentence(fault, language));
        });
        return batch.outcome() == ListingBatch.Outcome.ACCEPTED ? accepted(batch) : refused(batch, faults, language);
    }

    private RenderedAnswer accepted(ListingBatch batch) {
        try {
            return RenderedAnswer.created(PATH + batch.id(), objectMapper.writeValueAsBytes(BatchView.of(batch)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    /** The first faults of the rows; all of them stand in the report. */
    private static RenderedAnswer refused(ListingBatch batch, List<Fault> faults, Locale language) {
        List<Fault> told = new ArrayList<>();
        told.add(Fault.at(
                "",
                ErrorCode.BATCH_REJECTED,
                Integer.toString(BatchView.refused(batch)),
                Integer.toString(batch.rows().size())));
        told.addAll(faults.subList(0, Math.min(faults.size(), Contract.FAULTS_MAX)));
        Problem problem = new Problem(told, language, null);
        return new RenderedAnswer(problem.status(), PATH + batch.id(), Problem.MEDIA_TYPE, problem.toJson());
    }

    /** An id that is none names no batch. */
    private static UUID batchId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.BATCH_NOT_FOUND);
        }
    }
}
