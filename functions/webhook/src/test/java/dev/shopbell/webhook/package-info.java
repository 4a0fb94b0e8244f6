/** The edge's specification, over recorded events. */
@NullMarked
package dev.shopbell.webhook;

import org.jspecify.annotations.NullMarked;
