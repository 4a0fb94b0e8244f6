/** What a person or a test may ask of the running server, under /_local. */
@NullMarked
package dev.shopbell.local.admin;

import org.jspecify.annotations.NullMarked;
