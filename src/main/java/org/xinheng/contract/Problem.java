package org.xinheng.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;

/**
 * A refusal as it is answered: RFC 9457 {@code application/problem+json}, in Chinese or English.
 *
 * @param faults everything that is wrong, at least one; the first gives status, code and detail
 * @param incident what an operator finds in the log, for internal errors only
 */
public record Problem(
        List<Fault> faults, Locale locale, @Nullable String incident) {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:xinheng:problem:";
    private static final Pattern POINTER = Pattern.compile("(?:/|query:|header:|path:).*", Pattern.DOTALL);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Problem {
        faults = List.copyOf(faults);
    }

    /** The problem that tells a refusal. */
    public static Problem of(Refusal refusal, Locale locale) {
        return new Problem(refusal.faults(), locale, null);
    }

    /** The problem that tells a refusal of the whole request. */
    public static Problem of(ErrorCode code, Locale locale, String... arguments) {
        return new Problem(List.of(Fault.at("", code, arguments)), locale, null);
    }

    /** The problem that hides a failure of ours behind the number of an incident. */
    public static Problem internal(String incident, Locale locale) {
        return new Problem(List.of(Fault.at("", ErrorCode.INTERNAL_ERROR, incident)), locale, incident);
    }

    /** Status of the answer. */
    public int status() {
        return first().code().status();
    }

    /** Code of the answer. */
    public ErrorCode code() {
        return first().code();
    }

    /** Body of the answer. */
    public byte[] toJson() {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("type", TYPE_PREFIX + code());
        body.put("title", RefusalTexts.title(status(), locale));
        body.put("status", status());
        body.put("detail", RefusalTexts.sentence(first(), locale));
        body.put("code", code().name());
        ArrayNode errors = body.putArray("errors");
        for (Fault fault : faults) {
            ObjectNode error = errors.addObject();
            if (POINTER.matcher(fault.pointer()).matches()) {
                error.put("pointer", fault.pointer());
            } else if (!fault.pointer().isEmpty()) {
                error.put("cell", fault.pointer());
            }
            error.put("code", fault.code().name());
            error.put("message", RefusalTexts.sentence(fault, locale));
        }
        if (incident != null) {
            body.put("incident", incident);
        }
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private Fault first() {
        return faults.get(0);
    }
}
