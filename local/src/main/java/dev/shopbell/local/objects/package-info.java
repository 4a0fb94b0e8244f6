/** S3 on this machine, as far as the template's buckets need it: files behind signed requests and signed addresses. */
@NullMarked
package dev.shopbell.local.objects;

import org.jspecify.annotations.NullMarked;
