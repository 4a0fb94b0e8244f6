/** What people run: train, parse, evaluate, package, check. */
@NullMarked
package dev.shopbell.nlu.command;

import org.jspecify.annotations.NullMarked;
