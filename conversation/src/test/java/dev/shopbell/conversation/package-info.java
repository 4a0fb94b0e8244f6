@NullMarked
package dev.shopbell.conversation;

import org.jspecify.annotations.NullMarked;
