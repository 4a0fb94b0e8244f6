/** Twilio's dialect: SMS, and what else Twilio carries under a phone number. */
@NullMarked
package dev.shopbell.channels.sms;

import org.jspecify.annotations.NullMarked;
