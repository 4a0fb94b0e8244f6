package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a bot as one product's files. */
@FunctionalInterface
interface Exporter {

    Exported write(BotDefinition bot);

    /**
     * What came of it.
     *
     * @param files text by path
     * @param leftovers what that product cannot hold
     */
    record Exported(SortedMap<String, String> files, List<Leftover> leftovers) {
        public Exported {
            files = new TreeMap<>(files);
        }
    }
}
