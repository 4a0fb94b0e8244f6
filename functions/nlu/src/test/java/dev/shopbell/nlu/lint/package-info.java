@NullMarked
package dev.shopbell.nlu.lint;

import org.jspecify.annotations.NullMarked;
