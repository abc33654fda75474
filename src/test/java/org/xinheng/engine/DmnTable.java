package org.xinheng.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;

/**
 * Writes the rows of a workbook as a decision table of DMN 1.3 that collects the codes of the rows that match. What a
 * cell means is said here once more, in FEEL, apart from the engine's own words for it.
 */
final class DmnTable {
    static final String DECISION = "measures";
    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** What the table asks, in the order of its columns. */
    enum Input {
        LIST_KIND(RuleColumn.LIST_KIND, "string"),
        GROUND(RuleColumn.GROUND, "string"),
        GRAVITY(RuleColumn.GRAVITY, "string"),
        SUBJECT_TYPE(RuleColumn.SUBJECT_TYPE, "string"),
        ROLE(RuleColumn.ROLE, "string"),
        LISTING_REGIONS(RuleColumn.LISTING_REGION, "Any"),
        MATTER_REGIONS(RuleColumn.MATTER_REGION, "Any"),
        MATTER(RuleColumn.MATTER, "string"),
        SECTOR(RuleColumn.SECTOR, "string"),
        ITEM(RuleColumn.ITEM, "string"),
        LEGALLY_REQUIRED_TENDER(RuleColumn.LEGALLY_REQUIRED_TENDER, "boolean"),
        GOVERNMENT_INVESTED(RuleColumn.GOVERNMENT_INVESTED, "boolean"),
        AGENCY_KIND(RuleColumn.AGENCY_KIND, "string"),
        CITED_BASES(RuleColumn.LEGAL_BASIS, "Any"),
        DAY_FROM(RuleColumn.VALID_FROM, "date"),
        DAY_TO(RuleColumn.VALID_TO, "date"),
        /** Asked by cells of other columns: in no column of its own. */
        ORDER(null, "boolean"),
        DESIGNATED_SECTORS(null, "Any"),
        DESIGNATED_ITEMS(null, "Any");

        private final @Nullable RuleColumn column;
        private final String type;

        Input(@Nullable RuleColumn column, String type) {
            this.column = column;
            this.type = type;
        }
    }

    private DmnTable() {}

    static String of(String name, List<MeasureRule> rules) {
        var xml = new StringBuilder();
        xml.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"%s\" id=\"d\" name=\"%s\" namespace=\"urn:%s\">\n"
                        .formatted(MODEL, name, name));
        for (Input input : Input.values()) {
            xml.append(
                    "<inputData id=\"i_%1$s\" name=\"%1$s\"><variable id=\"v_%1$s\" name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"
                            .formatted(input.name(), input.type));
        }
        xml.append("<decision id=\"%1$s\" name=\"%1$s\"><variable id=\"v\" name=\"%1$s\" typeRef=\"Any\"/>\n"
                .formatted(DECISION));
        for (Input input : Input.values()) {
            xml.append(
                    "<informationRequirement id=\"r_%1$s\"><requiredInput href=\"#i_%1$s\"/></informationRequirement>\n"
                            .formatted(input.name()));
        }
        xml.append("<decisionTable id=\"t\" hitPolicy=\"COLLECT\">\n");
        for (Input input : columns()) {
            xml.append(
                    "<input id=\"c_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>\n"
                            .formatted(input.name(), input.type));
        }
        xml.append("<output id=\"o\" typeRef=\"string\"/>\n");
        for (int at = 0; at < rules.size(); at++) {
            xml.append("<rule id=\"rule_").append(at).append("\">");
            for (Input input : columns()) {
                xml.append("<inputEntry id=\"%s_%d\"><text>%s</text></inputEntry>"
                        .formatted(input.name(), at, escaped(cell(rules.get(at), input))));
            }
            xml.append("<outputEntry id=\"out_%d\"><text>\"%s\"</text></outputEntry></rule>\n"
                    .formatted(at, rules.get(at).code()));
        }
        return xml.append("</decisionTable></decision></definitions>\n").toString();
    }

    private static List<Input> columns() {
        return List.of(Input.values()).stream()
                .filter(input -> input.column != null)
                .toList();
    }

    /** A cell as unary tests in FEEL; a blank one is {@code -}. */
    private static String cell(MeasureRule rule, Input input) {
        return switch (input) {
            case LIST_KIND -> oneOf(rule.listKinds());
            case GROUND -> oneOf(rule.grounds());
            case GRAVITY -> oneOf(rule.gravities());
            case SUBJECT_TYPE -> oneOf(rule.subjectTypes());
            case ROLE -> oneOf(rule.roles());
            case LISTING_REGIONS -> anyOf(rule.listingRegions());
            case MATTER_REGIONS -> anyOf(rule.matterRegions());
            case MATTER -> oneOf(rule.matters());
            case SECTOR -> unknownOrOneOf(rule.sectors(), Input.DESIGNATED_SECTORS);
            case ITEM -> unknownOrOneOf(rule.items(), Input.DESIGNATED_ITEMS);
            case LEGALLY_REQUIRED_TENDER -> unknownOr(rule.legallyRequiredTender());
            case GOVERNMENT_INVESTED -> unknownOr(rule.governmentInvested());
            case AGENCY_KIND -> oneOf(rule.agencyKinds());
            case CITED_BASES -> "ORDER = false or " + anyOf(rule.legalBases());
            case DAY_FROM ->
                rule.validity().from() == null
                        ? "-"
                        : ">= date(\"" + rule.validity().from() + "\")";
            case DAY_TO ->
                rule.validity().to() == null
                        ? "-"
                        : "<= date(\"" + rule.validity().to() + "\")";
            case ORDER, DESIGNATED_SECTORS, DESIGNATED_ITEMS ->
                throw new IllegalArgumentException("in no column: " + input);
        };
    }

    private static String oneOf(Collection<?> codes) {
        return codes.isEmpty() ? "-" : quoted(codes, ", ");
    }

    private static String anyOf(Collection<String> codes) {
        return codes.isEmpty()
                ? "-"
                : codes.stream()
                        .map(code -> "list contains(?, \"" + code + "\")")
                        .collect(Collectors.joining(" or "));
    }

    private static String unknownOrOneOf(Set<String> codes, Input designated) {
        if (codes.isEmpty()) {
            return "-";
        }
        String named = "? = null or list contains([" + quoted(codes, ", ") + "], ?)";
        return codes.contains(MatterItem.AS_DESIGNATED)
                ? named + " or count(" + designated + ") = 0 or list contains(" + designated + ", ?)"
                : named;
    }

    private static String unknownOr(@Nullable Boolean wanted) {
        return wanted == null ? "-" : "? = null or ? = " + wanted;
    }

    private static String quoted(Collection<?> codes, String separator) {
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(separator));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
