package org.xinheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.xinheng.contract.api.OperationId;

/** One operation of the contract: a method at a path. */
public final class Operation {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** The one variable that may hold slashes. */
    private static final String NAME = "{name}";

    private final OperationId id;
    private final String method;
    private final Pattern path;
    private final String pointer;
    private final List<String> requestMediaTypes = new ArrayList<>();

    Operation(JsonNode document, String path, String method) {
        this.pointer = "/paths/" + escaped(path) + "/" + method;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = Pattern.compile(
                VARIABLE.matcher(path).replaceAll(variable -> variable.group().equals(NAME) ? ".+" : "[^/]+"));
        JsonNode described = document.at(pointer);
        String named = described.path("operationId").asText();
        this.id = Arrays.stream(OperationId.values())
                .filter(each -> each.id().equals(named))
                .findFirst()
                .orElseThrow();
        described.at("/requestBody/content").fieldNames().forEachRemaining(requestMediaTypes::add);
    }

    /** Its name, {@code operationId}. */
    public OperationId id() {
        return id;
    }

    /** RFC 6901 pointer to it in the contract. */
    public String pointer() {
        return pointer;
    }

    /** Media types of the bodies it reads, empty where it reads none. */
    public List<String> requestMediaTypes() {
        return List.copyOf(requestMediaTypes);
    }

    /** Its HTTP method, {@code POST}. */
    public String method() {
        return method;
    }

    boolean answers(String asked, String at) {
        return method.equals(asked) && isAt(at);
    }

    boolean isAt(String at) {
        return path.matcher(at).matches();
    }

    /** Pointers to the schemas of its query parameters, by name. */
    Map<String, String> queryParameters(JsonNode document) {
        Map<String, String> pointers = new LinkedHashMap<>();
        for (int i = 0; i < document.at(pointer + "/parameters").size(); i++) {
            String at = pointer + "/parameters/" + i;
            String reference = document.at(at).path("$ref").asText("");
            String described = reference.isEmpty() ? at : reference.substring(1);
            JsonNode parameter = document.at(described);
            if (parameter.path("in").asText().equals("query")) {
                pointers.put(parameter.path("name").asText(), described + "/schema");
            }
        }
        return pointers;
    }

    /** A name as it stands in a pointer, RFC 6901 §3. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
