package org.xinheng.statistics.rest;

import java.util.Map;
import org.xinheng.statistics.Topic;

/** What the numbers are called in Chinese, as the cities' reports call them. */
final class FigureTitles {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("applied", "适用户次"),
            Map.entry("implemented", "实施户次"),
            Map.entry("notImplemented", "未实施户次"),
            Map.entry("amountCny", "涉及金额（元）"),
            Map.entry("queries", "查询次数"),
            Map.entry("withMeasures", "有结果的查询次数"),
            Map.entry("due", "应反馈"),
            Map.entry("given", "已反馈"),
            Map.entry("inTime", "按期反馈"),
            Map.entry("overdue", "逾期"),
            Map.entry("rate", "反馈率"),
            Map.entry("made", "任务"),
            Map.entry("acknowledged", "已签收"),
            Map.entry("reported", "已报告"),
            Map.entry("entered", "列入"),
            Map.entry("ended", "移出和撤销"),
            Map.entry("batches", "公示批次"),
            Map.entry("filed", "异议"),
            Map.entry("upheld", "有效异议"),
            Map.entry("dismissed", "不成立的异议"),
            Map.entry("records", "记录总数"),
            Map.entry("per100000", "每十万条有效异议"),
            Map.entry("target", "考核指标"),
            Map.entry("cases", "案例"),
            Map.entry("reviewed", "已审查案例"));

    private FigureTitles() {}

    static String of(Topic topic, String number) {
        return TITLES.getOrDefault(number, topic.name() + " " + number);
    }
}
