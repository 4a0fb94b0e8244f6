/** Tests of the platform. */
@NullMarked
package dev.shopbell.platform;

import org.jspecify.annotations.NullMarked;
