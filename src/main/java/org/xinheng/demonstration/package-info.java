/**
 * What a newcomer finds on the embedded database: keys with known texts, and subjects, listings and decisions that are
 * made up from a seed. Nothing of it works or is made on an outside database.
 */
@NullMarked
package org.xinheng.demonstration;

import org.jspecify.annotations.NullMarked;
