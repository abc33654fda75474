/**
 * The contract {@code openapi/xinheng.yaml} at work: requests are read strictly and checked against it, refusals are
 * written as it says. Used by the {@code rest} rooms and by {@code app}.
 */
@NullMarked
package org.xinheng.contract;

import org.jspecify.annotations.NullMarked;
