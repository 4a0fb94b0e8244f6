/** Settings: the env file, the local defaults, and the SSM API that serves them. */
@NullMarked
package dev.shopbell.local.parameters;

import org.jspecify.annotations.NullMarked;
