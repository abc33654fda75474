package org.xinheng.catalogue;

/** From which day a term runs (期限起算). */
public enum CountedFrom {
    /** 文书日期. */
    DOCUMENT_DATE,
    /** 列入日期. */
    LISTED_ON,
    /** 刑罚执行完毕之日. */
    SENTENCE_END
}
