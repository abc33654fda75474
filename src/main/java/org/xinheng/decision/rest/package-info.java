/** Decisions over HTTP: speaks the contract, knows no law. */
@NullMarked
package org.xinheng.decision.rest;

import org.jspecify.annotations.NullMarked;
