package org.xinheng.catalogue;

/** 部门: an initiating department or implementing agency of one kind in one region. */
public record Department(String code, String title, String kind, String region) {}
