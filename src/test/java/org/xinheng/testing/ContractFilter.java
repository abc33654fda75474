package org.xinheng.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Operation;
import org.xinheng.contract.Problem;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/**
 * Holds every exchange of the API tests to the contract: an answer has a documented status, its media type and its
 * schema; a request that the contract refuses is not answered with success, so that service and contract agree.
 *
 * <p>{@code RestAssured.given().filter(new ContractFilter())}
 */
public final class ContractFilter implements Filter {
    private static final Contract CONTRACT = new Contract();
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        Optional<Operation> operation = CONTRACT.operation(request.getMethod(), path);
        String exchange = request.getMethod() + " " + path + " answered " + response.statusCode();
        if (operation.isEmpty()) {
            judge(exchange + " outside the contract", response.statusCode() >= 400, response);
            judgeBody(exchange, Problem.MEDIA_TYPE, "/components/schemas/Problem", response);
            return response;
        }
        if (response.statusCode() < 300) {
            judgeRequest(exchange, operation.get(), request, response);
        }
        judgeAnswer(exchange, operation.get(), response);
        return response;
    }

    private static void judgeRequest(
            String exchange, Operation operation, FilterableRequestSpecification request, Response response) {
        Object body = request.getBody();
        if (body == null || operation.requestMediaTypes().isEmpty()) {
            return;
        }
        String mediaType = bare(request.getContentType());
        judge(
                exchange + " to " + mediaType + ", which the contract does not know",
                operation.requestMediaTypes().contains(mediaType),
                response);
        if (isJson(mediaType)) {
            byte[] bytes = body instanceof byte[] raw ? raw : body.toString().getBytes(StandardCharsets.UTF_8);
            List<Fault> faults = CONTRACT.faultsAt(requestSchema(operation, mediaType), tree(exchange, bytes));
            judge(exchange + " to a body that the contract refuses: " + faults, faults.isEmpty(), response);
        }
        try {
            CONTRACT.query(
                    operation.id(),
                    request.getQueryParams().entrySet().stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    java.util.Map.Entry::getKey, each -> List.of(each.getValue()))));
        } catch (Refusal refusal) {
            judge(exchange + " to a query that the contract refuses: " + refusal.faults(), false, response);
        }
    }

    private static String requestSchema(Operation operation, String mediaType) {
        return operation.pointer() + "/requestBody/content/" + Operation.escaped(mediaType) + "/schema";
    }

    private static void judgeAnswer(String exchange, Operation operation, Response response) {
        String responses = operation.pointer() + "/responses/";
        boolean named =
                CONTRACT.document().at(responses + response.statusCode()).isObject();
        boolean covered = named
                || (response.statusCode() >= 400
                        && CONTRACT.document().at(responses + "default").isObject());
        judge(exchange + ", which the contract does not document", covered, response);
        String at = responses + (named ? Integer.toString(response.statusCode()) : "default");
        String reference = CONTRACT.document().at(at).path("$ref").asText("");
        String described = reference.isEmpty() ? at : reference.substring(1);
        List<String> mediaTypes = new ArrayList<>();
        CONTRACT.document().at(described + "/content").fieldNames().forEachRemaining(mediaTypes::add);
        String mediaType = bare(response.contentType());
        judge(
                exchange + " as " + response.contentType(),
                mediaTypes.isEmpty() || mediaTypes.contains(mediaType),
                response);
        if (mediaTypes.contains(mediaType) && isJson(mediaType)) {
            judgeBody(
                    exchange, mediaType, described + "/content/" + Operation.escaped(mediaType) + "/schema", response);
        }
        if (response.statusCode() == 201) {
            judge(exchange + " without a Location", response.getHeader("Location") != null, response);
        }
    }

    private static void judgeBody(String exchange, String mediaType, String schema, Response response) {
        judge(
                exchange + " as " + response.contentType(),
                bare(response.contentType()).equals(mediaType),
                response);
        if (!isJson(mediaType)) {
            return;
        }
        List<Fault> faults = CONTRACT.faultsAt(schema, tree(exchange, response.asByteArray()));
        judge(exchange + " with a body that departs from the contract: " + faults, faults.isEmpty(), response);
    }

    /** JSON as one value; JSON lines are none. */
    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static JsonNode tree(String exchange, byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError(exchange + " and what is no JSON", e);
        }
    }

    private static String bare(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip();
    }

    private static void judge(String what, boolean holds, Response response) {
        if (!holds) {
            throw new AssertionError(what + "\n" + response.asString());
        }
    }
}
