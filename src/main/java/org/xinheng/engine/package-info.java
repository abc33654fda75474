/** The rule engine behind the port {@code RuleBook}: the one room that knows Drools. Only {@code app} looks in. */
@NullMarked
package org.xinheng.engine;

import org.jspecify.annotations.NullMarked;
