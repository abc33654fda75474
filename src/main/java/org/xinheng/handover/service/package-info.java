/** Use cases of handing entries over. */
@NullMarked
package org.xinheng.handover.service;

import org.jspecify.annotations.NullMarked;
