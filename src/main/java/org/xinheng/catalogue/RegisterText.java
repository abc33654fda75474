package org.xinheng.catalogue;

/** 文本: words of a code in Chinese and English, kept by policy staff. */
public record RegisterText(String code, String category, String chinese, String english) {}
