package org.xinheng.catalogue;

/**
 * What a list says of the subjects on it where it is neither praise nor blame of an act (评价种类). Such a list takes in
 * organisations alone: nothing of the kind is ever kept of a person (L8).
 */
public enum Appraisal {
    /** 信用承诺: what the organisation promised, and whether it kept it. */
    COMMITMENT,
    /** 分级分类: the class in which its supervisor has put it, with the reasons. */
    TIER,
    /** 行业信用等级: the grade that the law of its sector gives it, as A级纳税人 or 高级认证企业. */
    GRADE
}
