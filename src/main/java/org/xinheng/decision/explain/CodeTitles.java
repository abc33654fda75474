package org.xinheng.decision.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.RegisterText;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.decision.WithheldReason;

/** The Chinese words for the codes in a condition cell, from the registers of a release. */
public record CodeTitles(Registers registers) {
    /** Every code of a cell with its title, {@code ZFCG(政府采购严重违法失信行为记录名单)}. */
    public String titled(RuleColumn column, String codes) {
        return List.of(codes.split(RuleTableHead.CODE_SEPARATOR)).stream()
                .map(code -> {
                    String title = title(column, code);
                    return title == null ? code : code + "（" + title + "）";
                })
                .collect(Collectors.joining(RuleTableHead.CODE_SEPARATOR));
    }

    /** The text of a code in a category of the register 文本, or the code itself. */
    public String text(String category, String code) {
        String known = known(category, code);
        return known == null ? code : known;
    }

    /** Why a measure was withheld, in words. */
    public String withheld(WithheldReason reason) {
        String known = known("WITHHELD_REASON", reason.name());
        return known == null ? reason.chinese() : known;
    }

    private @Nullable String title(RuleColumn column, String code) {
        return switch (column) {
            case LIST_KIND ->
                registers.listKinds().containsKey(code)
                        ? registers.listKinds().get(code).title()
                        : null;
            case GROUND ->
                registers.grounds().containsKey(code)
                        ? registers.grounds().get(code).title()
                        : null;
            case MATTER ->
                registers.matters().containsKey(code)
                        ? registers.matters().get(code).title()
                        : null;
            case LISTING_REGION, MATTER_REGION ->
                registers.regions().containsKey(code)
                        ? registers.regions().get(code).title()
                        : null;
            case AGENCY_KIND ->
                registers.departmentKinds().containsKey(code)
                        ? registers.departmentKinds().get(code).title()
                        : null;
            case LEGAL_BASIS -> article(code);
            case SECTOR, ITEM -> item(code);
            case GRAVITY, SUBJECT_TYPE, ROLE -> known(column.name(), code);
            case LEGALLY_REQUIRED_TENDER, GOVERNMENT_INVESTED -> code.equals("YES") ? "是" : "否";
            default -> null;
        };
    }

    private @Nullable String article(String code) {
        var basis = registers.legalBases().get(code);
        return basis == null ? null : "《" + basis.title() + "》" + basis.article();
    }

    private @Nullable String item(String code) {
        MatterItem item = registers.matterItems().get(code);
        return item == null ? known("MATTER_ITEM", code) : item.title();
    }

    private @Nullable String known(String category, String code) {
        for (RegisterText text : registers.texts()) {
            if (text.category().equals(category) && text.code().equals(code)) {
                return text.chinese();
            }
        }
        return null;
    }
}
