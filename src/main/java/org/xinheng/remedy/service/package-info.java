/** Use cases of remedies: one class each, one transaction each. */
@NullMarked
package org.xinheng.remedy.service;

import org.jspecify.annotations.NullMarked;
