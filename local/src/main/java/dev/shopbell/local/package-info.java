/**
 * Runs {@code infra/template.yaml} on a laptop: the same template and the same function packages that AWS gets, over
 * embedded engines. {@link dev.shopbell.local.Main} is the process behind {@code ./bot}; commands and provider stand-ins
 * join it as services.
 */
@NullMarked
package dev.shopbell.local;

import org.jspecify.annotations.NullMarked;
