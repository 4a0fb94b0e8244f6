/** The SAM template as typed specifications, or an error with file and line. */
@NullMarked
package dev.shopbell.local.template;

import org.jspecify.annotations.NullMarked;
