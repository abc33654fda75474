/** Use cases of decisions: one class each, one transaction each. */
@NullMarked
package org.xinheng.decision.service;

import org.jspecify.annotations.NullMarked;
