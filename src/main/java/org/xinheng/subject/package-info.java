/** Credit subjects (信用主体): a set of identifiers and names. Not: lists. */
@Feature(
        name = "subject",
        mayUse = {"kernel", "secrecy"})
@NullMarked
package org.xinheng.subject;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
