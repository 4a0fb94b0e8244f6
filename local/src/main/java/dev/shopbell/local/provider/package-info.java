/**
 * Stand-ins for Meta's Graph API, Twilio and AWS' SMS on the laptop: they take what Shopbell sends in the platforms' own wire format,
 * keep it for looking at, and then call Shopbell's webhooks as the platforms do, signed as they sign.
 */
@NullMarked
package dev.shopbell.local.provider;

import org.jspecify.annotations.NullMarked;
