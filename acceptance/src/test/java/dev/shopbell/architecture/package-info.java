/** The arrows of the house, kept by a test: who may know whom. */
@NullMarked
package dev.shopbell.architecture;

import org.jspecify.annotations.NullMarked;
