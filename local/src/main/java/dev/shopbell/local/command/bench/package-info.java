/**
 * The benchmark: drives the running system on every channel, first one turn at a time and then all conversations at once,
 * and reports what it took; then everything from zero, beside a stock Quarkus function.
 */
@NullMarked
package dev.shopbell.local.command.bench;

import org.jspecify.annotations.NullMarked;
