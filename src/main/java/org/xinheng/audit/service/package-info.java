/** Integrating, proving and verifying the log. */
@NullMarked
package org.xinheng.audit.service;

import org.jspecify.annotations.NullMarked;
