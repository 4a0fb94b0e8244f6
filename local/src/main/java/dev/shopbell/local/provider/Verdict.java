package dev.shopbell.local.provider;

import java.util.List;

/** What a platform makes of a send. */
sealed interface Verdict {

    /** It was taken: answered so, kept, and talked about to the webhook afterwards. */
    record Taken(Answer answer, Sent message, List<Callback> callbacks) implements Verdict {
        public Taken {
            callbacks = List.copyOf(callbacks);
        }
    }

    /** It was understood, and is nothing to deliver: a read mark, a typing indicator. */
    record Noted(Answer answer) implements Verdict {}

    /** It was refused: the answer says why. */
    record Refused(Answer answer) implements Verdict {}
}
