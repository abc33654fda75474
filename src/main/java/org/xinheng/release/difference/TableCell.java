package org.xinheng.release.difference;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.catalogue.table.RuleTableHead;

/**
 * One cell of a row.
 *
 * @param address A1 address
 * @param text what stands there, empty when the cell is blank
 * @param several whether several codes may stand there; their order says nothing
 */
public record TableCell(String heading, String address, String text, boolean several) {
    /** Whether both say the same. */
    boolean saysAs(TableCell other) {
        return text.equals(other.text) || (several && other.several && codes().equals(other.codes()));
    }

    private Set<String> codes() {
        return Arrays.stream(text.split(RuleTableHead.CODE_SEPARATOR)).collect(Collectors.toSet());
    }
}
