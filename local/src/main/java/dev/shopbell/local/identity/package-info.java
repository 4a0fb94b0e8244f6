/** A stand-in for Cognito: an OpenID provider and the check of its tokens. */
@NullMarked
package dev.shopbell.local.identity;

import org.jspecify.annotations.NullMarked;
