package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the contract are what it says they are, in its text as in the files beside it. */
class ExamplesTest {
    private static final Contract CONTRACT = new Contract();
    private static final Path EXAMPLES = Path.of("openapi/examples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "decision-request,DecisionRequest",
        "decision-request-person,DecisionRequest",
        "decision,Decision",
        "explanation,Explanation",
        "feedback-request,FeedbackRequest",
        "feedback,Feedback",
        "listing-request,ListingRequest",
        "listing,Listing",
        "removal-request,RemovalRequest",
        "listing-event-request,ListingEventRequest",
        "task-feedback-request,TaskFeedbackRequest",
        "prior-notice-request,PriorNoticeRequest",
        "webhook-request,WebhookRequest",
        "webhook-replay-request,WebhookReplayRequest",
        "objection-request,ObjectionRequest",
        "restoration-request,RestorationRequest",
        "objection-answer-request,ObjectionAnswerRequest",
        "reason-request,ReasonRequest",
        "restoration-decision-request,RestorationDecisionRequest",
        "listing-batch-report,ListingBatch",
        "listing-event-request,ListingEventRequest",
        "objection-request,ObjectionRequest",
        "restoration-request,RestorationRequest",
        "objection-answer-request,ObjectionAnswerRequest",
        "objection-extension-request,ReasonRequest",
        "restoration-decision-request,RestorationDecisionRequest",
        "problem,Problem"
    })
    void an_example_conforms_to_its_schema(String example, String schema) throws IOException {
        assertThat(CONTRACT.faultsOf(schema, read(example + ".json"))).isEmpty();
    }

    @Test
    void every_example_in_the_text_of_the_contract_stands_in_a_file_of_its_own() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        try (var all = Files.list(EXAMPLES)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".json")).toList()) {
                files.add(MAPPER.readTree(file.toFile()));
            }
        }
        List<JsonNode> inText = CONTRACT.document().findValues("example");

        assertThat(inText).hasSizeGreaterThan(8);
        assertThat(inText.stream().filter(JsonNode::isObject)).isSubsetOf(files);
        assertThat(inText.stream().filter(JsonNode::isTextual).map(JsonNode::textValue))
                .containsExactly(Files.readString(EXAMPLES.resolve("listing-batch.csv")));
    }

    @Test
    void every_request_body_takes_no_field_beside_those_it_names() {
        JsonNode schemas = CONTRACT.document().at("/components/schemas");
        List<String> open = new ArrayList<>();
        schemas.properties().forEach(schema -> {
            if (schema.getValue().path("type").asText().equals("object")
                    && schema.getValue().path("additionalProperties").asBoolean(true)) {
                open.add(schema.getKey());
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void every_operation_documents_its_problems_as_problems() {
        CONTRACT.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode responses = method.getValue().path("responses");
                    if (!responses.isMissingNode()) {
                        // what everybody may read asks for no key, and may be asked too often
                        boolean open = path.getKey().startsWith("/v1/public/");
                        boolean reported = open ? responses.has("429") : responses.has("401") && responses.has("403");
                        assertThat(reported && responses.has("default"))
                                .as(method.getKey() + " " + path.getKey())
                                .isTrue();
                        responses.properties().forEach(response -> {
                            if (!response.getKey().startsWith("2")) {
                                String reference =
                                        response.getValue().path("$ref").asText();
                                assertThat(
                                                CONTRACT
                                                        .document()
                                                        .at(reference.substring(1))
                                                        .path("content")
                                                        .properties()
                                                        .stream()
                                                        .map(java.util.Map.Entry::getKey)
                                                        .collect(Collectors.toSet()))
                                        .as(path.getKey() + " " + response.getKey())
                                        .containsExactly(Problem.MEDIA_TYPE);
                            }
                        });
                    }
                }));
    }

    private static JsonNode read(String name) throws IOException {
        return MAPPER.readTree(EXAMPLES.resolve(name).toFile());
    }
}
