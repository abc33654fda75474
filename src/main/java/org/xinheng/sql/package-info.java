/** What stores have in common: how they send statements, search by conditions and keep JSON. Not: any table. */
@Feature(
        name = "sql",
        mayUse = {})
@NullMarked
package org.xinheng.sql;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
