package org.xinheng.catalogue;

/** 部门类别: what rows, matters and list kinds name instead of single departments. */
public record DepartmentKind(String code, String title) {}
