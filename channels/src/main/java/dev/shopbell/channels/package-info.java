/**
 * Everything that knows a channel. One folder each with the same three verbs - is it authentic, what does it say, say
 * this - and nothing shared between the folders but what lies here and in {@code graph} (Meta's API, which two channels
 * speak). No AWS service is known here.
 */
@NullMarked
package dev.shopbell.channels;

import org.jspecify.annotations.NullMarked;
