package dev.shopbell.nlu.exchange;

import java.io.IOException;

/** Reads one product's files. */
@FunctionalInterface
interface Importer {

    /**
     * Adds what the files hold to the draft, and to its leftovers what cannot be taken over.
     *
     * @param locale the language of files that do not say it themselves; empty if it was not named
     * @throws IOException if a file is not of this format at all; the message has file, line and mend
     */
    void read(Bundle bundle, String locale, Draft draft) throws IOException;
}
