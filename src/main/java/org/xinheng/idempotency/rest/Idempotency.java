package org.xinheng.idempotency.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.IdempotencyKey;
import org.xinheng.idempotency.KeyedCall;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.service.AnswerOnce;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;

/**
 * Lets a resource answer under the header {@code Idempotency-Key}. A request without the header runs as if this class
 * were not there: no hash, no lock, no transaction of its own.
 */
@ApplicationScoped
public class Idempotency {
    /** Header of an answer that was given before. */
    public static final String REPLAY_HEADER = "Idempotent-Replay";

    private final AnswerOnce answerOnce;
    private final CurrentCaller currentCaller;

    private final ObjectMapper objectMapper;

    Idempotency(AnswerOnce answerOnce, CurrentCaller currentCaller, ObjectMapper objectMapper) {
        this.answerOnce = answerOnce;
        this.currentCaller = currentCaller;
        this.objectMapper = objectMapper;
    }

    /** 201 with a view as its body, written now, so that it can be kept. */
    public RenderedAnswer created(String location, Object view) {
        return RenderedAnswer.created(location, json(view));
    }

    /** A view as the bytes that leave. */
    public byte[] json(Object view) {
        try {
            return objectMapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    /**
     * Answers a request whose body is JSON.
     *
     * @see #once(HttpHeaders, String, Supplier, Supplier)
     */
    public Response once(HttpHeaders headers, String route, byte[] json, Supplier<RenderedAnswer> effect) {
        return once(headers, route, () -> CanonicalBody.of(Contract.json(json)), effect);
    }

    /**
     * Answers a request.
     *
     * @param route method and path as called, {@code POST /v1/decisions}
     * @param body hash of the request's body, asked for only where the header is present
     * @param effect what the request does, rendered; it runs in one transaction with the keeping of its answer, or,
     *     without the header, in those that it opens itself
     * @throws Refusal IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED or IDEMPOTENCY_IN_PROGRESS
     */
    public Response once(HttpHeaders headers, String route, Supplier<BodyHash> body, Supplier<RenderedAnswer> effect) {
        IdempotencyKey key = key(headers);
        if (key == null) {
            return inLanguage(headers, effect.get()).build();
        }
        KeyedCall call = new KeyedCall(currentCaller.get().keyId(), route, key);
        AnswerOnce.Answered answered = answerOnce.answer(call, body.get(), effect);
        // a replayed problem is in the language in which it was first asked for, which is not kept
        return (answered.replay()
                        ? response(answered.answer()).header(REPLAY_HEADER, true)
                        : inLanguage(headers, answered.answer()))
                .build();
    }

    /** A problem says its language; other answers have none. */
    private static Response.ResponseBuilder inLanguage(HttpHeaders headers, RenderedAnswer answer) {
        Response.ResponseBuilder response = response(answer);
        return answer.status() < Response.Status.BAD_REQUEST.getStatusCode()
                ? response
                : response.header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        RefusalTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                                .getLanguage());
    }

    private static @Nullable IdempotencyKey key(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(IdempotencyKey.HEADER);
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        if (sent.size() > 1) {
            throw Refusal.at(
                    "header:" + IdempotencyKey.HEADER,
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    Integer.toString(IdempotencyKey.LENGTH_MAX));
        }
        return new IdempotencyKey(sent.get(0));
    }

    /** An answer on its way; the address is sent as it is kept, without the host through which it was called. */
    public static Response.ResponseBuilder response(RenderedAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(answer.mediaType()).entity(answer.body());
        return answer.location() == null ? response : response.header(HttpHeaders.LOCATION, answer.location());
    }
}
