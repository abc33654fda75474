/**
 * The checks of the gate: registers, single rows, one class each ({@code RowCheck}), rows compared with each other, and
 * the test cases. Not: how a finding is written or reported.
 */
@NullMarked
package org.xinheng.release.gate.check;

import org.jspecify.annotations.NullMarked;
