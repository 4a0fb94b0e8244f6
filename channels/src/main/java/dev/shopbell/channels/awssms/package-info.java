/**
 * AWS End User Messaging SMS: numbers rented from AWS itself. What people write and what became of our messages comes over an
 * SNS topic that posts to us, signed with SNS' certificate; what we say goes out by one signed call.
 */
@NullMarked
package dev.shopbell.channels.awssms;

import org.jspecify.annotations.NullMarked;
