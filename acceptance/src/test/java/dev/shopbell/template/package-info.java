/** What {@code infra/template.yaml} promises to the owner's purse and peace, checked on the file itself. */
@NullMarked
package dev.shopbell.template;

import org.jspecify.annotations.NullMarked;
