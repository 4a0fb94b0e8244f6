/**
 * Answers from the bot's own documents: passages found by words and by meaning, with their source, or none where nothing
 * supports an answer. Document text is data throughout: it is matched and quoted, never run, filled in or obeyed.
 */
@NullMarked
package dev.shopbell.nlu.knowledge;

import org.jspecify.annotations.NullMarked;
