/** What in the examples will make the understanding worse, and how to mend it. */
@NullMarked
package dev.shopbell.nlu.lint;

import org.jspecify.annotations.NullMarked;
