package org.xinheng.catalogue;

/** Whether a kind is a list of subjects or an order against one subject (名单形式). */
public enum ListForm {
    LIST,
    /** 决定/命令: a row fires only where the designation cites one of the row's articles (L3). */
    ORDER
}
