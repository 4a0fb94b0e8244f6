/** What the pages say is done here, and is so. An edit of a page changes what is run. */
@NullMarked
package dev.shopbell.docs;

import org.jspecify.annotations.NullMarked;
