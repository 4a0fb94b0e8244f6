/** Lambda: execution environments as child processes, the Runtime API and the Invoke API. */
@NullMarked
package dev.shopbell.local.lambda;

import org.jspecify.annotations.NullMarked;
