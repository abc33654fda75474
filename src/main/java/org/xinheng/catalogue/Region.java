package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;

/** 地区, GB/T 2260; the root is 100000. */
public record Region(String code, String title, @Nullable String parent) {}
