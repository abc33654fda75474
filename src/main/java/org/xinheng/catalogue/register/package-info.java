/**
 * The tables that policy staff keep, column by column: heading, content, hint, and the component of the typed entry that a
 * cell fills. Template, reading, comparison and the registers' endpoint are made of these declarations. Not: files.
 */
@NullMarked
package org.xinheng.catalogue.register;

import org.jspecify.annotations.NullMarked;
