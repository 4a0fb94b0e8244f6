/** What Messenger and WhatsApp share, being both Meta's Graph API: the signature, the handshake, the errors. */
@NullMarked
package dev.shopbell.channels.graph;

import org.jspecify.annotations.NullMarked;
