package org.xinheng.demonstration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.subject.SubjectName;

/**
 * Names made of syllables that say that they are made up: organisations are called 示范, persons 示例, which is no surname.
 * Every name is given once.
 */
final class SyntheticNames {
    private static final List<String> FIRST = List.of(
            "安", "博", "昌", "德", "恒", "丰", "广", "和", "宏", "华", "嘉", "金", "康", "利", "隆", "茂", "明", "宁", "鹏", "启", "瑞",
            "盛", "泰", "兴");
    private static final List<String> SECOND = List.of(
            "邦", "宝", "昶", "达", "帆", "福", "冠", "海", "辉", "佳", "聚", "凯", "林", "美", "诺", "普", "庆", "荣", "顺", "腾", "伟",
            "祥", "源", "泽");
    private static final List<String> TRADES = List.of(
            "建材", "商贸", "食品", "医药", "机电", "物流", "劳务", "建筑工程", "信息技术", "环保科技", "农业", "纺织", "餐饮管理", "旅游", "文化传媒", "物业服务",
            "新能源", "汽车销售", "家具", "印务");

    private final Chance chance;
    private final Set<String> given = new HashSet<>();

    SyntheticNames(Chance chance) {
        this.chance = chance;
    }

    /**
     * A name for an organisation.
     *
     * @param city name of its city, without 市
     * @param form how names of its kind end
     */
    SubjectName organisation(String city, String form) {
        while (true) {
            String name = city + "示范" + syllables() + chance.oneOf(TRADES) + form;
            if (given.add(name)) {
                return new SubjectName(name);
            }
        }
    }

    /** A name for a person. */
    SubjectName person() {
        while (true) {
            String name = "示例" + syllables();
            if (given.add(name)) {
                return new SubjectName(name);
            }
        }
    }

    private String syllables() {
        return chance.oneOf(FIRST) + chance.oneOf(SECOND);
    }
}
