/** Reading the registers in force. */
@NullMarked
package org.xinheng.catalogue.service;

import org.jspecify.annotations.NullMarked;
