/** What an operator does with callers' keys. */
@NullMarked
package org.xinheng.caller.service;

import org.jspecify.annotations.NullMarked;
