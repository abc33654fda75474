import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Assembles the contract from {@code openapi/parts} and writes the Java types that speak it: a record for each schema
 * of an object, and an enum of the operations. Run by the build with {@code java ContractTypes.java}; no part of the
 * product.
 *
 * <p>A schema or property that a type of the product stands for says so with {@code x-java-type}, which is not served.
 */
public final class ContractTypes {
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "BadRequest"),
            Map.entry("401", "Unauthenticated"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("409", "Conflict"),
            Map.entry("413", "BodyTooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "Refused"),
            Map.entry("429", "TooManyRequests"),
            Map.entry("500", "InternalError"),
            Map.entry("503", "Unavailable"),
            Map.entry("default", "OtherProblem"));

    private static final Pattern PROBLEM_LINE = Pattern.compile("( +)problems: \\[([0-9, ]*)]");
    private static final Pattern EXAMPLE_LINE = Pattern.compile("( +)example: \\{ \\$ref: \\.\\./(\\S+) }");

    /** What is for the build alone and is not served, on a line of its own or between braces. */
    private static final Pattern JAVA_TYPE = Pattern.compile("(?m)^ +x-java-type: .*\\R|, x-java-type: [^ ,}]+");

    private static final String PACKAGE = "org.xinheng.contract.api";
    private static final Map<String, String> BOXED =
            Map.of("int", "Integer", "long", "Long", "boolean", "Boolean", "double", "Double");

    /** The part that has what is not of one feature; it stands first in each section. */
    private static final String COMMON = "common.yaml";

    private final Path contract;
    private final Path target;
    private final Map<String, String> sources = new TreeMap<>();
    private JsonNode schemas = new YAMLMapper().createObjectNode();

    private ContractTypes(Path contract, Path target) {
        this.contract = contract;
        this.target = target;
    }

    /**
     * Runs it.
     *
     * @param arguments the folder of the project, the folder to write to, and {@code true} where the assembled
     *     contract is to be written beside the parts too
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        ContractTypes types = new ContractTypes(project.resolve("openapi"), Path.of(arguments[1]));
        String annotated = types.assembled();
        String served = JAVA_TYPE.matcher(annotated).replaceAll("");
        if (Boolean.parseBoolean(arguments[2])) {
            write(types.contract.resolve("xinheng.yaml"), served);
        }
        Path stamp = types.target.resolve("contract.sha256");
        String state = hash(annotated + Files.readString(project.resolve("src/build/java/ContractTypes.java")));
        if (Files.exists(stamp) && Files.readString(stamp).equals(state)) {
            return;
        }
        write(types.target.resolve("generated-resources/contract/META-INF/contract/xinheng.yaml"), served);
        types.generate(new YAMLMapper().readTree(annotated));
        write(stamp, state);
    }

    /** Writes all types anew and removes those that the contract no longer has. */
    private void generate(JsonNode document) throws IOException {
        schemas = document.at("/components/schemas");
        sources.put(
                "package-info",
                "/** The types of the contract, generated from {@code openapi/parts}. */\n"
                        + "@org.jspecify.annotations.NullMarked\npackage " + PACKAGE + ";\n");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            if (schema.getValue().has("properties") && !schema.getValue().has("x-java-type")) {
                record(recordName(schema.getKey()), schema.getKey(), schema.getValue());
            }
        }
        operations(document);
        Path folder = target.resolve("generated-sources/contract/" + PACKAGE.replace('.', '/'));
        Files.createDirectories(folder);
        Set<Path> written = new HashSet<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            write(file, source.getValue());
            written.add(file);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !written.contains(each)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Records of requests and pages keep the name of their schema; a record of an answer ends in {@code View}. */
    private static String recordName(String schema) {
        return schema.endsWith("Request") || schema.endsWith("Page") ? schema : schema + "View";
    }

    private void record(String name, String schema, JsonNode described) {
        Set<String> required = new HashSet<>();
        described.path("required").forEach(each -> required.add(each.asText()));
        List<String> components = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : described.path("properties").properties()) {
            String type = type(schema + capitalized(property.getKey()), property.getValue());
            boolean preset =
                    type.equals("boolean") && resolved(property.getValue()).has("default");
            boolean optional = !preset && (!required.contains(property.getKey()) || isNullable(property.getValue()));
            components.add("        " + (optional ? nullable(type) : type) + " " + property.getKey());
        }
        sources.put(
                name,
                "package " + PACKAGE + ";\n\n" + doc("{@code " + schema + "}", described) + "public record " + name
                        + "(\n" + String.join(",\n", components) + ") {}\n");
    }

    private static String doc(String beginning, JsonNode described) {
        String description = described
                .path("description")
                .asText("")
                .strip()
                .replace("*/", "*")
                .replace("@", "&#64;");
        return "/** " + beginning + (description.isEmpty() ? "." : ": " + description + ".") + " */\n";
    }

    /** The Java type of a schema. @param inside name of the schema where it has none */
    private String type(String inside, JsonNode schema) {
        if (schema.has("x-java-type")) {
            return schema.path("x-java-type").asText();
        }
        String reference = reference(schema);
        if (!reference.isEmpty()) {
            JsonNode referred = schemas.path(reference);
            boolean isRecord = referred.has("properties") && !referred.has("x-java-type");
            return isRecord ? recordName(reference) : type(inside, referred);
        }
        String format = schema.path("format").asText();
        switch (schema.path("type").asText()) {
            case "string":
                return switch (format) {
                    case "date" -> "java.time.LocalDate";
                    case "date-time" -> "java.time.Instant";
                    case "uuid" -> "java.util.UUID";
                    default -> "String";
                };
            case "integer":
                return format.equals("int64") ? "long" : "int";
            case "number":
                return "java.math.BigDecimal";
            case "boolean":
                return "boolean";
            case "array":
                return "java.util.List<" + boxed(type(inside, schema.path("items"))) + ">";
            default:
                if (schema.has("properties")) {
                    record(recordName(inside), inside, schema);
                    return recordName(inside);
                }
                JsonNode values = schema.path("additionalProperties");
                return "java.util.Map<String, " + (values.isObject() ? boxed(type(inside, values)) : "Object") + ">";
        }
    }

    /** The schema that one refers to by name, directly or with a description of its own, or none. */
    private static String reference(JsonNode schema) {
        JsonNode referring =
                schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
        String reference = referring.path("$ref").asText("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = reference(schema);
        return reference.isEmpty() ? schema : schemas.path(reference);
    }

    private boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean()
                || resolved(schema).path("nullable").asBoolean();
    }

    private static String boxed(String type) {
        return BOXED.getOrDefault(type, type);
    }

    /** {@code java.time.@Nullable LocalDate}. */
    private static String nullable(String type) {
        String boxed = boxed(type);
        int generic = boxed.indexOf('<');
        int simple = boxed.lastIndexOf('.', generic < 0 ? boxed.length() : generic) + 1;
        return boxed.substring(0, simple) + "@org.jspecify.annotations.Nullable " + boxed.substring(simple);
    }

    private void operations(JsonNode document) {
        StringBuilder constants = new StringBuilder();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (!operation.has("operationId")) {
                        return;
                    }
                    String id = operation.path("operationId").asText();
                    List<String> roles = new ArrayList<>();
                    operation.path("x-roles").forEach(role -> roles.add('"' + role.asText() + '"'));
                    boolean open = roles.equals(List.of("\"EVERYBODY\""));
                    if (roles.isEmpty() || open != (operation.path("security").isArray())) {
                        throw new IllegalStateException(
                                id + ": x-roles names who may call it; EVERYBODY goes with security: []");
                    }
                    constants
                            .append(constants.isEmpty() ? "" : ",\n")
                            .append("    " + doc(operation.path("summary").asText(), operation.path("none")))
                            .append("    " + constant(id) + "(\"" + id + "\", \"")
                            .append(method.getKey().toUpperCase(Locale.ROOT) + "\", \"" + path.getKey() + '"')
                            .append(open ? ")" : ", " + String.join(", ", roles) + ")");
                }));
        sources.put("OperationId", """
                package %s;

                import java.util.List;

                /** An operation of the contract: its method, its path, and the roles that may call it. */
                public enum OperationId {
                %s;

                    private final String id;
                    private final String method;
                    private final String path;
                    private final List<String> roles;

                    OperationId(String id, String method, String path, String... roles) {
                        this.id = id;
                        this.method = method;
                        this.path = path;
                        this.roles = List.of(roles);
                    }

                    /** {@code operationId}. */
                    public String id() {
                        return id;
                    }

                    /** {@code POST}. */
                    public String method() {
                        return method;
                    }

                    /** Template of its path. */
                    public String path() {
                        return path;
                    }

                    /** Names of the roles that may call it; none where no key is asked for. */
                    public List<String> roles() {
                        return roles;
                    }
                }
                """.formatted(PACKAGE, constants));
    }

    private static String constant(String id) {
        return id.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The one file that is served. */
    private String assembled() throws IOException {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(COMMON, Files.readAllLines(contract.resolve("parts/" + COMMON)));
        try (Stream<Path> files = Files.list(contract.resolve("parts"))) {
            for (Path file : files.sorted().toList()) {
                parts.putIfAbsent(file.getFileName().toString(), Files.readAllLines(file));
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> common = parts.remove(COMMON);
        int components = common.indexOf("components:");
        lines.add("# Assembled from openapi/parts by src/build/java/ContractTypes.java: change the parts.");
        lines.addAll(common.subList(0, components));
        lines.add("paths:");
        for (List<String> part : parts.values()) {
            int end = part.contains("components:") ? part.indexOf("components:") : part.size();
            lines.addAll(expanded(part.subList(part.indexOf("paths:") + 1, end)));
            if (!lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
            }
        }
        lines.addAll(expanded(common.subList(components, common.size())));
        for (List<String> part : parts.values()) {
            int schemas = part.indexOf("  schemas:");
            if (schemas >= 0) {
                lines.addAll(part.subList(schemas + 1, part.size()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** With the refusals that an operation names by status, and the examples that it names by file. */
    private List<String> expanded(List<String> lines) throws IOException {
        List<String> full = new ArrayList<>();
        for (String line : lines) {
            Matcher problems = PROBLEM_LINE.matcher(line);
            Matcher example = EXAMPLE_LINE.matcher(line);
            if (problems.matches()) {
                for (String status : problems.group(2).split(", ")) {
                    full.add(problem(problems.group(1), "'" + status + "'", PROBLEMS.get(status)));
                }
                full.add(problem(problems.group(1), "default", PROBLEMS.get("default")));
            } else if (example.matches()) {
                full.add(example.group(1) + "example:");
                for (String each : Files.readAllLines(contract.resolve(example.group(2)))) {
                    full.add(example.group(1) + "  " + each);
                }
            } else {
                full.add(line);
            }
        }
        return full;
    }

    private static String problem(String indent, String status, String name) {
        return indent + status + ": { $ref: '#/components/responses/" + name + "' }";
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves a file alone that says the same, so that nothing is compiled again for it. */
    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
