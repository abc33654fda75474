package org.xinheng.catalogue.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;

/** Reads the registers of the release in force today, as it was published. */
@ApplicationScoped
public class ReadRegisters {
    private final RegistersInForce registersInForce;

    ReadRegisters(RegistersInForce registersInForce) {
        this.registersInForce = registersInForce;
    }

    /** All registers. */
    public Registers all() {
        return registersInForce.now();
    }

    /** The grounds of each list kind that has any, in the order of the register. */
    public Map<String, List<Ground>> groundsByListKind(Registers registers) {
        return registers.grounds().values().stream().collect(Collectors.groupingBy(Ground::listKind));
    }

    /** The items of the measure list under which rows in force apply each measure, by code. */
    public Map<String, List<MeasureItem>> itemsByMeasure(Registers registers) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (MeasureRule rule : registersInForce.rulesNow()) {
            if (rule.measureItem() != null) {
                codes.computeIfAbsent(rule.measure(), measure -> new TreeSet<>())
                        .add(rule.measureItem());
            }
        }
        Map<String, List<MeasureItem>> items = new LinkedHashMap<>();
        codes.forEach((measure, each) -> items.put(
                measure,
                // what stands outside the list is no item of it
                each.stream()
                        .filter(registers.measureItems()::containsKey)
                        .map(registers.measureItems()::get)
                        .toList()));
        return items;
    }
}
