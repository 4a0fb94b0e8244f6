package dev.shopbell.channels;

/** What came of asking for a file that a customer sent. */
public sealed interface Media {

    /** More is not fetched, whatever the platform allows. WhatsApp's documents may have as much; other limits stand where they are fetched. */
    int MOST_BYTES = 100 * 1024 * 1024;

    /** What is larger is never held in memory whole, but passed on as it comes. */
    int MOST_BYTES_IN_MEMORY = 25 * 1024 * 1024;

    /**
     * Here it is.
     *
     * @param bytes made for this answer and handed on; nobody changes them
     * @param type the content type in the platform's word; empty if it says none. Nobody has looked yet whether it is true
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
    record Found(byte[] bytes, String type) implements Media {}

    /** It was too large to be held, and is kept by now where {@link Download#keeping} said. */
    record Passed() implements Media {}

    /** It was put into our own bucket when it came, under this key. */
    record Kept(String key) implements Media {}

    /**
     * The platform has it no longer.
     *
     * @param why for the agent: how long it is kept there
     */
    record Gone(String why) implements Media {}

    /** It is larger than we fetch. */
    record TooLarge(long mostBytes) implements Media {}

    /**
     * It cannot be fetched like this: a setting is missing or wrong, or its address is not the platform's.
     *
     * @param why for the owner, without credentials
     */
    record Refused(String why) implements Media {}

    /** The platform does not answer, or says that it is busy: it may be had later. */
    record NotNow(String why) implements Media {}
}
