@NullMarked
package dev.shopbell.nlu.report;

import org.jspecify.annotations.NullMarked;
