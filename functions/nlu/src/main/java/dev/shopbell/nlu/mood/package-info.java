/**
 * How a customer feels, by words and rules that can be read: sentiment, urgency, anger, in English, Spanish, French, German,
 * Portuguese and Italian. A language is a file.
 */
@NullMarked
package dev.shopbell.nlu.mood;

import org.jspecify.annotations.NullMarked;
