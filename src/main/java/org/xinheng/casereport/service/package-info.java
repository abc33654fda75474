/** Use cases of case reports. */
@NullMarked
package org.xinheng.casereport.service;

import org.jspecify.annotations.NullMarked;
