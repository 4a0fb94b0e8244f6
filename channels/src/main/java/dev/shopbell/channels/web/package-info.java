/** The chat on the shop's own pages. */
@NullMarked
package dev.shopbell.channels.web;

import org.jspecify.annotations.NullMarked;
