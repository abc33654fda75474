/**
 * The record of who did and read what: one append-only log whose entries are the leaves of a Merkle tree (RFC 6962).
 * Not: what the entries are about.
 */
@Feature(
        name = "audit",
        mayUse = {"kernel", "sql", "caller", "notary"})
@NullMarked
package org.xinheng.audit;

import org.jspecify.annotations.NullMarked;
import org.xinheng.kernel.Feature;
