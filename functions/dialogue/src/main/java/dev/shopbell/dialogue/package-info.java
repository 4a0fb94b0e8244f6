/**
 * A conversation's thread of execution: one mail in, one turn decided, saved and sent. {@link dev.shopbell.dialogue.TakeTurn}
 * is the use case; {@link dev.shopbell.dialogue.Policy} decides without touching anything; the handler, Quarkus and the
 * SDK stay at the edge.
 */
@NullMarked
package dev.shopbell.dialogue;

import org.jspecify.annotations.NullMarked;
