package org.xinheng.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/**
 * Reads JSON (RFC 8259) and nothing that merely resembles it: no doubled names, no text after the end, no NaN, bounded
 * nesting and numbers, and no characters that PostgreSQL cannot store.
 */
final class StrictJson {
    /** Deepest nesting of objects and arrays. */
    static final int DEPTH_MAX = 50;

    /** What a text may hold. */
    static final String STORABLE = "Unicode, without U+0000 and lone surrogates";

    /** Longest number, in characters. */
    private static final int NUMBER_LENGTH_MAX = 40;

    /** Largest power of ten of a number: arithmetic with larger ones takes the machine down. */
    private static final int POWER_MAX = 30;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private StrictJson() {}

    /**
     * The value that stands in the bytes.
     *
     * @throws Refusal MALFORMED_JSON, BODY_TOO_DEEP or FIELD_VALUE
     */
    static JsonNode read(byte[] bytes) {
        JsonNode tree;
        try {
            tree = READER.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw String.valueOf(e.getMessage()).contains("nesting depth")
                    ? Refusal.of(ErrorCode.BODY_TOO_DEEP, Integer.toString(DEPTH_MAX))
                    : malformed(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            // an encoding other than Unicode
            throw e instanceof java.io.CharConversionException
                    ? Refusal.of(ErrorCode.MALFORMED_JSON, "1", "1")
                    : new UncheckedIOException(e);
        }
        if (tree.isMissingNode()) {
            throw Refusal.of(ErrorCode.MALFORMED_JSON, "1", "1");
        }
        List<Fault> faults = new ArrayList<>();
        findUnstorable(tree, JsonPointer.empty(), faults);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return tree;
    }

    /** The parser's own message may repeat what was sent, a person's number included; only the place is told. */
    private static Refusal malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null
                ? Refusal.of(ErrorCode.MALFORMED_JSON, "1", "1")
                : Refusal.of(
                        ErrorCode.MALFORMED_JSON, Integer.toString(at.getLineNr()), Integer.toString(at.getColumnNr()));
    }

    private static void findUnstorable(JsonNode node, JsonPointer at, List<Fault> faults) {
        if (faults.size() >= Contract.FAULTS_MAX) {
            return;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                JsonPointer inside = at.appendProperty(storable(field.getKey()) ? field.getKey() : "…");
                if (!storable(field.getKey())) {
                    faults.add(unstorable(inside));
                }
                findUnstorable(field.getValue(), inside, faults);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                findUnstorable(node.get(i), at.appendIndex(i), faults);
            }
        } else if (node.isTextual() && !storable(node.textValue())) {
            faults.add(unstorable(at));
        } else if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > POWER_MAX) {
            faults.add(Fault.at(at.toString(), ErrorCode.FIELD_RANGE, "10^±" + POWER_MAX));
        }
    }

    private static Fault unstorable(JsonPointer at) {
        return Fault.at(at.toString(), ErrorCode.FIELD_VALUE, STORABLE);
    }

    /** Whether PostgreSQL can keep it: see {@link #STORABLE}. */
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isLowSurrogate(character)) {
                return false;
            }
            if (Character.isHighSurrogate(character)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
