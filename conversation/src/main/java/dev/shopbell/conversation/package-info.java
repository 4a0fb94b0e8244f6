/**
 * The shared vocabulary: what people say, what the bot answers, and the turns a conversation consists of. JDK types only;
 * no channel, no AWS service and no JSON library is known here.
 */
@NullMarked
package dev.shopbell.conversation;

import org.jspecify.annotations.NullMarked;
