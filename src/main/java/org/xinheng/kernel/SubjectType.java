package org.xinheng.kernel;

/** 主体类型. */
public enum SubjectType {
    /** 法人、非法人组织、个体工商户. */
    ORGANISATION,
    /** 自然人. */
    PERSON
}
