package dev.shopbell.dialogue;

import java.util.Map;

/** What came of looking something up. */
public sealed interface Lookup {

    /** @param facts the record's fields */
    record Found(Map<String, String> facts) implements Lookup {
        public Found {
            facts = Map.copyOf(facts);
        }
    }

    /** There is no such record, or it is somebody else's: which of the two is not told. */
    record Missing() implements Lookup {}

    /** Such records are told to their owners only, and who asks is not known. Whether there is one is not told. */
    record LoginNeeded() implements Lookup {}
}
