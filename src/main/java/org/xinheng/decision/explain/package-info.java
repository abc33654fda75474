/** Why a measure applies, and which rows nearly did (说明). Not: making a decision. */
@NullMarked
package org.xinheng.decision.explain;

import org.jspecify.annotations.NullMarked;
