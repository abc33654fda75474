package org.xinheng.feed.rest;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.RecognitionAgreement;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.Problem;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.FullFeedConfirmationView;
import org.xinheng.contract.api.ListingBatchView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.ReasonRequest;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedFormat;
import org.xinheng.feed.FeedLimits;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FileInMemory;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.service.ReadBatches;
import org.xinheng.feed.service.ReceiveFeed;
import org.xinheng.feed.service.SettleFullFeed;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;

/** {@code /v1/listing-batches}. */
@Path("/v1/listing-batches")
@Produces(MediaType.APPLICATION_JSON)
public class ListingBatchResource {
    private static final String ROUTE = "POST /v1/listing-batches";
    private static final String PATH = "/v1/listing-batches/";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String JSON_LINES = "application/x-ndjson";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final ReceiveFeed receiveFeed;
    private final ReadBatches readBatches;
    private final SettleFullFeed settleFullFeed;
    private final MarkedFile markedFile;
    private final FeedLimits limits;
    private final RegistersInForce registersInForce;
    private final KnownCodes knownCodes;

    ListingBatchResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            ReceiveFeed receiveFeed,
            ReadBatches readBatches,
            SettleFullFeed settleFullFeed,
            MarkedFile markedFile,
            FeedLimits limits,
            RegistersInForce registersInForce,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.receiveFeed = receiveFeed;
        this.readBatches = readBatches;
        this.settleFullFeed = settleFullFeed;
        this.markedFile = markedFile;
        this.limits = limits;
        this.registersInForce = registersInForce;
        this.knownCodes = knownCodes;
    }

    /** Takes in a file: answers with its report, or, where it is large, with where the report will be. */
    @POST
    @Consumes({CSV, XLSX, JSON_LINES})
    public Response enter(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) throws IOException {
        Locale language = RefusalTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        FeedOrder order = order(
                headers.getMediaType(),
                contract.query(OperationId.ENTER_LISTINGS, uri.getQueryParameters()),
                language.getLanguage());
        byte[] beginning = body.readNBytes((int) limits.bytesAtOnceMax() + 1);
        boolean small = beginning.length <= limits.bytesAtOnceMax();
        boolean later = !small || prefersLater(headers);
        UUID id = receiveFeed.nextId();
        FeedFile file = later
                ? receiveFeed.keep(id, new SequenceInputStream(new ByteArrayInputStream(beginning), body))
                : new FileInMemory(beginning, BodyHash.of(beginning).hex());
        return idempotency.once(headers, ROUTE, () -> hash(file, order), () -> {
            ReceiveFeed.FeedAnswer reported = later
                    ? receiveFeed.later(caller.get(), order, file, id)
                    : receiveFeed.atOnce(caller.get(), order, file, id);
            return answer(reported, language);
        });
    }

    /** The report of a batch, or how far the work on it is. */
    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        ReceiveFeed.FeedAnswer reported = readBatches.read(caller.get(), Ids.of(id, ErrorCode.BATCH_NOT_FOUND));
        return reported instanceof ReceiveFeed.FeedAnswer.InProgress inProgress
                ? Response.status(Response.Status.ACCEPTED)
                        .entity(ListingBatchMapper.progress(inProgress.job()))
                        .build()
                : Response.ok(ListingBatchMapper.of(((ReceiveFeed.FeedAnswer.Judged) reported).batch()))
                        .build();
    }

    /** The file of a batch, with what is wrong marked on it. */
    @GET
    @Path("{id}/file")
    @Produces({CSV, XLSX, JSON_LINES})
    public Response file(@PathParam("id") String id) {
        UUID batchId = Ids.of(id, ErrorCode.BATCH_NOT_FOUND);
        ReadBatches.Filed filed = readBatches.filed(caller.get(), batchId);
        FeedFormat format = filed.batch().order().format();
        StreamingOutput marked = to -> markedFile.write(filed.batch(), filed.file(), to);
        String type = format == FeedFormat.CSV
                ? CSV + ";charset=" + filed.file().encoding().name()
                : format.mediaType();
        return Response.ok(marked)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + batchId + "." + format.ending() + "\"")
                .build();
    }

    /** Lets a full feed end what it does not have. */
    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirm(@PathParam("id") String id, byte[] body) {
        FullFeedConfirmationView confirmed = contract.body(FullFeedConfirmationView.class, body);
        String reason = confirmed.reason();
        boolean correction = confirmed.correction();
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, PATH + Ids.of(id, ErrorCode.BATCH_NOT_FOUND))
                .entity(ListingBatchMapper.progress(settleFullFeed.confirm(
                        caller.get(), Ids.of(id, ErrorCode.BATCH_NOT_FOUND), reason, correction)))
                .build();
    }

    /** Calls a full feed off. */
    @POST
    @Path("{id}/abandonment")
    @Consumes(MediaType.APPLICATION_JSON)
    public ListingBatchView abandon(@PathParam("id") String id, byte[] body) {
        String reason = contract.body(ReasonRequest.class, body).reason();
        return ListingBatchMapper.of(
                settleFullFeed.abandon(caller.get(), Ids.of(id, ErrorCode.BATCH_NOT_FOUND), reason));
    }

    private FeedOrder order(MediaType type, QueryParameters query, String language) {
        String bare = type.getType() + "/" + type.getSubtype();
        FeedFormat format =
                bare.equals(XLSX) ? FeedFormat.XLSX : bare.equals(JSON_LINES) ? FeedFormat.JSON_LINES : FeedFormat.CSV;
        FeedMode mode = query.text("mode").map(FeedMode::valueOf).orElse(FeedMode.DELTA);
        String agreement = query.text("recognisedUnder").orElse(null);
        FeedOrder order = new FeedOrder(
                format,
                mode,
                knownCodes
                        .known(KnownCodes.Register.LIST_KINDS, "query:listKind", query.text("listKind"))
                        .orElse(null),
                query.text("atomic").map(Boolean::parseBoolean).orElse(true),
                query.text("layout")
                        .map(code -> Layouts.all().named(code).code())
                        .orElse(null),
                regionOf(agreement),
                agreement,
                language);
        if (mode == FeedMode.FULL && order.listKind() == null) {
            throw Refusal.at("query:listKind", ErrorCode.FEED_LIST_KIND_REQUIRED);
        }
        if (mode == FeedMode.FULL && !order.atomic()) {
            throw Refusal.at("query:atomic", ErrorCode.FULL_FEED_ATOMIC);
        }
        return order;
    }

    /** The region of rows that name none: the partner's under an agreement, otherwise the department's own. */
    private @Nullable String regionOf(@Nullable String recognisedUnder) {
        Registers registers = registersInForce.now();
        if (recognisedUnder != null) {
            RecognitionAgreement agreement =
                    registers.procedures().recognitionAgreements().get(recognisedUnder);
            if (agreement == null) {
                throw Refusal.at(
                        "query:recognisedUnder",
                        ErrorCode.PARAMETER_INVALID,
                        "recognisedUnder",
                        "recognition-agreements");
            }
            return agreement.partner();
        }
        Department department = registers.departments().get(caller.get().department());
        return department == null ? null : department.region();
    }

    /** RFC 7240 §4.1. */
    private static boolean prefersLater(HttpHeaders headers) {
        List<String> prefer = headers.getRequestHeader("Prefer");
        return prefer != null && prefer.stream().anyMatch(each -> each.contains("respond-async"));
    }

    private static BodyHash hash(FeedFile file, FeedOrder order) {
        String parameters = order.parameters();
        return parameters.isEmpty()
                ? new BodyHash(file.sha256())
                : BodyHash.of((file.sha256() + "?" + parameters).getBytes(StandardCharsets.UTF_8));
    }

    private RenderedAnswer answer(ReceiveFeed.FeedAnswer reported, Locale language) {
        if (reported instanceof ReceiveFeed.FeedAnswer.InProgress inProgress) {
            return new RenderedAnswer(
                    Response.Status.ACCEPTED.getStatusCode(),
                    PATH + inProgress.job().id(),
                    RenderedAnswer.JSON,
                    idempotency.json(ListingBatchMapper.progress(inProgress.job())));
        }
        ReceiveFeed.FeedAnswer.Judged judged = (ReceiveFeed.FeedAnswer.Judged) reported;
        ListingBatch batch = judged.batch();
        return batch.outcome() == ListingBatch.Outcome.ACCEPTED
                ? idempotency.created(PATH + batch.id(), ListingBatchMapper.of(batch))
                : refused(batch, judged, language);
    }

    /** Why the file cannot be read, or the first faults of the rows; all of them stand in the report. */
    private static RenderedAnswer refused(ListingBatch batch, ReceiveFeed.FeedAnswer.Judged judged, Locale language) {
        List<Fault> reported = new ArrayList<>();
        Refusal unreadable = judged.unreadable();
        if (unreadable != null) {
            reported.addAll(unreadable.faults());
        } else {
            reported.add(Fault.at(
                    "",
                    ErrorCode.BATCH_REJECTED,
                    Integer.toString(batch.counts().refused()),
                    Integer.toString(batch.counts().rows())));
            reported.addAll(judged.faults());
        }
        Problem problem = new Problem(reported, language, null);
        return new RenderedAnswer(problem.status(), PATH + batch.id(), Problem.MEDIA_TYPE, problem.toJson());
    }
}
