/**
 * People: a turn that calls for one becomes a ticket, agents answer through the desk's API, and what they say goes
 * through the conversation's mailbox like everything else that is said there.
 */
@NullMarked
package dev.shopbell.handover;

import org.jspecify.annotations.NullMarked;
