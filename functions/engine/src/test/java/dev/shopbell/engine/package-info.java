/** Tests of the other engines, over answers in the vendors' documented form. */
@NullMarked
package dev.shopbell.engine;

import org.jspecify.annotations.NullMarked;
