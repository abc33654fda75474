package org.xinheng.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/**
 * The contract {@code openapi/xinheng.yaml}, read once, against which every request is checked before anything else
 * looks at it. What is wrong is told all at once, by pointer.
 */
@Singleton
public final class Contract {
    /** Most faults that one refusal tells. */
    public static final int FAULTS_MAX = 100;

    private static final String RESOURCE = "/META-INF/contract/xinheng.yaml";
    private static final String IRI = "urn:xinheng:contract";

    /** What stands in the contract and says nothing about a value. */
    private static final List<String> BESIDE_SCHEMAS =
            List.of("openapi", "info", "servers", "tags", "security", "paths", "components", "x-extensible-enum");

    /** End of the names of generated records that are no requests and no pages. */
    private static final String VIEW = "View";

    private static final JsonMapper RECORDS =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final byte[] file;
    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .nullableKeywordEnabled(true)
            .typeLoose(false)
            .locale(Locale.ROOT)
            .build();
    private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();
    private final Map<OperationId, Map<String, String>> queryParameters = new EnumMap<>(OperationId.class);
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaFaults schemaFaults;

    /** Reads the contract from the class path. */
    public Contract() {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            file = in.readAllBytes();
            document = new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonMetaSchema dialect = JsonMetaSchema.builder(OpenApi30.getInstance())
                .format(new CalendarDay())
                .keywords(BESIDE_SCHEMAS.stream().map(NonValidationKeyword::new).toList())
                .build();
        String json = document.toString();
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                builder -> builder.metaSchema(dialect)
                        .defaultMetaSchemaIri(dialect.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, json))));
        schemaFaults = new SchemaFaults(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getValue().has("operationId")) {
                        Operation operation = new Operation(document, path.getKey(), method.getKey());
                        operations.add(operation);
                        queryParameters.put(operation.id(), operation.queryParameters(document));
                    }
                }));
    }

    /** The operation that the contract describes for a method at a path, if it describes one. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.answers(method, path))
                .findFirst();
    }

    /** The methods that the contract describes at a path, none for a path that it does not know. */
    public List<String> methodsAt(String path) {
        return operations.stream()
                .filter(operation -> operation.isAt(path))
                .map(Operation::method)
                .toList();
    }

    /** The bytes of the contract's file. */
    public byte[] file() {
        return file.clone();
    }

    /** The contract itself, as it was read; not to be changed. */
    public JsonNode document() {
        return document;
    }

    /**
     * Reads a request body strictly and checks it.
     *
     * @param schema name below {@code components/schemas}, {@code DecisionRequest}
     * @throws Refusal MALFORMED_JSON, BODY_TOO_DEEP or every FIELD_… fault
     */
    public JsonNode body(String schema, byte[] bytes) {
        JsonNode body = StrictJson.read(bytes);
        List<Fault> faults = faultsOf(schema, body);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return body;
    }

    /**
     * Reads a request body strictly, checks it, and makes of it the record that is generated for its schema.
     *
     * @throws Refusal as {@link #body(String, byte[])}, or what a type of the domain in it refuses
     */
    public <T> T body(Class<T> type, byte[] bytes) {
        String schema = type.getSimpleName();
        String named = schema.endsWith(VIEW) ? schema.substring(0, schema.length() - VIEW.length()) : schema;
        try {
            return RECORDS.treeToValue(body(named, bytes), type);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a body that conforms to " + named + " is not a " + type, e);
        }
    }

    /**
     * Reads JSON strictly, whatever it says.
     *
     * @throws Refusal MALFORMED_JSON, BODY_TOO_DEEP or FIELD_VALUE
     */
    public static JsonNode json(byte[] bytes) {
        return StrictJson.read(bytes);
    }

    /** What is wrong with a text that cannot be kept, empty where it can. */
    public static Optional<Fault> unstorable(String pointer, String text) {
        return StrictJson.storable(text)
                ? Optional.empty()
                : Optional.of(Fault.at(pointer, ErrorCode.FIELD_VALUE, StrictJson.STORABLE));
    }

    /**
     * Everything in which a value departs from a schema, at most {@link #FAULTS_MAX}, in a stable order; empty when it
     * conforms.
     */
    public List<Fault> faultsOf(String schema, JsonNode value) {
        Set<ValidationMessage> messages =
                schemaAt("/components/schemas/" + schema).validate(value);
        return messages.isEmpty() ? List.of() : schemaFaults.of(messages);
    }

    /**
     * Everything in which a value departs from the schema at a place of the contract.
     *
     * @param pointer RFC 6901 pointer into {@link #document()}
     */
    public List<Fault> faultsAt(String pointer, JsonNode value) {
        return schemaFaults.of(schemaAt(pointer).validate(value));
    }

    /**
     * Checks the query of a request: known parameters only, each once, each as the contract says.
     *
     * @param sent the decoded parameters
     * @throws Refusal PARAMETER_INVALID for every one that is wrong
     */
    public QueryParameters query(OperationId operation, Map<String, List<String>> sent) {
        Map<String, String> known = queryParameters.get(operation);
        if (known == null) {
            throw new IllegalArgumentException("the contract has no operation " + operation.id());
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        sent.forEach((name, each) -> {
            String pointer = known.get(name);
            if (pointer == null) {
                faults.add(parameterFault(name, String.join(" ", known.keySet())));
            } else if (each.size() != 1) {
                faults.add(parameterFault(name, "1 ×"));
            } else if (!StrictJson.storable(each.get(0))) {
                faults.add(parameterFault(name, StrictJson.STORABLE));
            } else {
                JsonNode value = parameterValue(each.get(0), resolved(pointer));
                List<Fault> wrong = faultsAt(pointer, value);
                if (wrong.isEmpty()) {
                    values.put(name, value);
                } else {
                    faults.add(
                            parameterFault(name, String.join(" ", wrong.get(0).arguments())));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new Refusal(faults.size() <= FAULTS_MAX ? faults : faults.subList(0, FAULTS_MAX));
        }
        known.forEach((name, pointer) -> {
            JsonNode preset = resolved(pointer).path("default");
            if (!preset.isMissingNode()) {
                values.putIfAbsent(name, preset);
            }
        });
        return new QueryParameters(values);
    }

    private static Fault parameterFault(String name, String expected) {
        String displayed = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return Fault.at("query:" + displayed, ErrorCode.PARAMETER_INVALID, displayed, expected);
    }

    /** A text that reads as a number or a truth value where one is expected, otherwise the text itself. */
    private static JsonNode parameterValue(String text, JsonNode schema) {
        if (schema.path("type").asText().equals("integer")
                && INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
        }
        if (schema.path("type").asText().equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return TextNode.valueOf(text);
    }

    private JsonSchema schemaAt(String pointer) {
        return byPointer.computeIfAbsent(pointer, at -> {
            if (document.at(at).isMissingNode()) {
                throw new IllegalArgumentException("the contract has nothing at " + at);
            }
            return schemas.getSchema(SchemaLocation.of(IRI + "#" + at), config);
        });
    }

    /** The node at a pointer, references followed. */
    public JsonNode resolved(String pointer) {
        JsonNode node = document.at(pointer);
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolved(reference.substring(1));
    }
}
