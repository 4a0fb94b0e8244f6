package dev.shopbell.nlu.entity;

/**
 * Something found among tokens.
 *
 * @param role {@code from}, {@code to}, {@code after}, {@code before}; empty if it plays none
 * @param start the first token
 * @param end the token after the last
 */
record Find(String type, String value, String role, int start, int end) {
    Find(String type, String value, int start, int end) {
        this(type, value, "", start, end);
    }
}
