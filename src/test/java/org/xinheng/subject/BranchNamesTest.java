package org.xinheng.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names say that they are a branch's. */
class BranchNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "示范科技有限公司武汉分公司",
                "示范科技有限公司武汉分公司（筹）",
                "示范银行股份有限公司武汉分行营业部",
                "示范银行股份有限公司江岸支行",
                "示范百货有限公司第三分店",
                "示范商贸有限公司汉口店",
                "示范石化有限责任公司江岸加油站",
                "示范证券股份有限公司武汉营业部",
                "示范律师事务所武汉分所",
                "示范协会武汉办事处",
                "示范学校江岸分校",
                "示 范 建 设 有 限 公 司 武 汉 项 目 部",
                "示范建设有限公司（武汉）项目部"
            })
    void a_name_says_that_it_is_a_branch(String name) {
        assertThat(new SubjectName(name).saysBranch()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "示范科技有限公司",
                "示范百分店铺管理有限公司",
                "示范商行",
                "示范经营部",
                "示范饭店有限公司",
                "示范市江岸区示范街道办事处",
                "示范建设有限公司工会委员会",
                "示范建设（武汉）有限公司",
                "示范大酒店",
                "示范中心医院"
            })
    void a_name_that_only_looks_alike_does_not(String name) {
        assertThat(new SubjectName(name).saysBranch()).isFalse();
    }
}
