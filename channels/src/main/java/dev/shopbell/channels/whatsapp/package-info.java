/** The dialect of WhatsApp's Cloud API. */
@NullMarked
package dev.shopbell.channels.whatsapp;

import org.jspecify.annotations.NullMarked;
