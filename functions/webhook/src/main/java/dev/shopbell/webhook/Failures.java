package dev.shopbell.webhook;

import dev.shopbell.platform.RetryableFailure;

/** What the log may say of a failure: kinds and places, never a customer's words. */
final class Failures {

    private static final int DEPTH = 4;

    private Failures() {}

    static String describe(Throwable failure) {
        var text = new StringBuilder();
        Throwable cause = failure;
        for (var depth = 0; cause != null && depth < DEPTH; depth++) {
            text.append(depth == 0 ? "" : " < ").append(cause.getClass().getSimpleName());
            if (cause instanceof RetryableFailure) {
                text.append(" (").append(cause.getMessage()).append(')');
            }
            cause = cause.getCause();
        }
        var trace = failure.getStackTrace();
        return trace.length == 0
                ? text.toString()
                : text.append(" at ").append(trace[0]).toString();
    }
}
