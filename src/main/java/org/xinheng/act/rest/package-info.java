/** Acts in the words of the contract. */
@NullMarked
package org.xinheng.act.rest;

import org.jspecify.annotations.NullMarked;
