package dev.shopbell.webhook;

import dev.shopbell.conversation.Mail;
import java.util.List;

/** Where what customers say, and what concerns their conversations besides, is kept until it is handled. */
@FunctionalInterface
interface Inbox {

    /**
     * Keeps all of it, in order, before it returns.
     *
     * @throws dev.shopbell.platform.RetryableFailure if any of it may not be kept
     */
    void keep(List<? extends Mail> mail);
}
