package dev.shopbell.nlu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The passages of one language, with what it takes to find them. Safe for use by many threads.
 *
 * @param language BCP 47
 * @param passages in the order of their files
 * @param postings per term where it stands, sorted by term
 * @param lengths per passage how many terms it has
 * @param vectors what the passages encode, of 8 bits, in their order; empty where this language is not encoded
 * @param size how many numbers a vector has; 0 where there are none
 * @param scale what 1 is worth in the vectors
 */
@SuppressWarnings("ArrayRecordComponent") // an inner loop; the record never leaves the package
record Shelf(
        String language,
        List<Passage> passages,
        SortedMap<String, Postings> postings,
        int[] lengths,
        byte[] vectors,
        int size,
        float scale) {
    // Robertson's usual values; passages are of like length, so length counts for less than in whole documents.
    private static final double SATURATION = 1.2;
    private static final double LENGTH_COUNTS = 0.4;

    Shelf {
        passages = List.copyOf(passages);
    }

    /**
     * Where a term stands.
     *
     * @param passages their places, ascending
     * @param counts how often, a heading's word counting twice
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Postings(int[] passages, int[] counts) {
        int count(int passage) {
            var at = Arrays.binarySearch(passages, passage);
            return at < 0 ? 0 : counts[at];
        }
    }

    /** How telling a term is that stands in so many passages. */
    double rarity(int found) {
        return Math.log(1 + (passages.size() - found + 0.5) / (found + 0.5));
    }

    /**
     * A term of a question, as far as the shelf knows it.
     *
     * @param rarity how telling it is, above 0
     * @param likeness 1 for the term itself, less for one that is spelt nearly so, 0 for none
     */
    record Sought(String term, double rarity, double likeness, Postings postings) {
        static final Postings NOWHERE = new Postings(new int[0], new int[0]);
    }

    /** What a question asks for, each term once. */
    List<Sought> sought(List<String> terms) {
        var sought = new ArrayList<Sought>();
        for (var term : terms.stream().distinct().toList()) {
            var exact = postings.get(term);
            if (exact != null) {
                sought.add(new Sought(term, rarity(exact.passages().length), 1, exact));
            } else {
                var near = Spelling.nearest(term, postings.keySet());
                var found = near.isEmpty() ? Sought.NOWHERE : postings.getOrDefault(near, Sought.NOWHERE);
                sought.add(
                        new Sought(term, rarity(found.passages().length), near.isEmpty() ? 0 : Spelling.NEARLY, found));
            }
        }
        return sought;
    }

    /** By words: Okapi BM25, as a share of what the question's terms are worth together. Per passage, 0 or more. */
    double[] byWords(List<Sought> sought) {
        var scores = new double[passages.size()];
        var usual = Math.max(1, Arrays.stream(lengths).average().orElse(1));
        var worth = 1e-9;
        for (var term : sought) {
            worth += term.rarity();
            for (var i = 0; i < term.postings().passages().length; i++) {
                var passage = term.postings().passages()[i];
                var count = (double) term.postings().counts()[i];
                var length = 1 - LENGTH_COUNTS + LENGTH_COUNTS * lengths[passage] / usual;
                scores[passage] +=
                        term.likeness() * term.rarity() * count * (SATURATION + 1) / (count + SATURATION * length);
            }
        }
        for (var i = 0; i < scores.length; i++) {
            scores[i] /= worth;
        }
        return scores;
    }

    /** The share of what the question's terms are worth that a passage has, 0..1. */
    static double coverage(List<Sought> sought, int passage) {
        var worth = 0.0;
        var found = 0.0;
        for (var term : sought) {
            worth += term.rarity();
            found += term.postings().count(passage) > 0 ? term.rarity() * term.likeness() : 0;
        }
        return worth == 0 ? 0 : found / worth;
    }

    /** The terms that a passage does not have, the most telling first. */
    static List<String> lacking(List<Sought> sought, int passage) {
        return sought.stream()
                .filter(term -> term.postings().count(passage) == 0)
                .sorted(Comparator.comparingDouble(Sought::rarity).reversed())
                .map(Sought::term)
                .toList();
    }

    boolean isEncoded() {
        return vectors.length > 0;
    }

    /** By meaning: per passage the cosine of its nearest sentence, -1..1. */
    double[] byMeaning(float[] question) {
        var scores = new double[passages.size()];
        var at = 0;
        for (var passage = 0; passage < scores.length; passage++) {
            scores[passage] = -1;
            for (var i = passages.get(passage).encoded().size(); i > 0; i--) {
                scores[passage] = Math.max(scores[passage], cosine(question, at++));
            }
        }
        return scores;
    }

    /** By meaning, what a passage encodes one by one. */
    double[] likenesses(float[] question, int passage) {
        var from = passages.subList(0, passage).stream()
                .mapToInt(p -> p.encoded().size())
                .sum();
        var scores = new double[passages.get(passage).encoded().size()];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = cosine(question, from + i);
        }
        return scores;
    }

    private double cosine(float[] question, int vector) {
        var sum = 0f;
        for (int i = 0, at = vector * size; i < size; i++, at++) {
            sum += vectors[at] * question[i];
        }
        return sum * scale;
    }

    /** Puts passages on a shelf; vectors of length 1, or none. */
    static Shelf of(String language, List<Passage> passages, List<float[]> vectors) {
        var terms = Terms.of(language);
        var counts = new TreeMap<String, Map<Integer, Integer>>();
        var lengths = new int[passages.size()];
        for (var i = 0; i < passages.size(); i++) {
            var here = i;
            var passage = passages.get(i);
            var words = new ArrayList<>(terms.in(passage.title()));
            passage.asked().forEach(asked -> words.addAll(terms.in(asked)));
            words.addAll(List.copyOf(words)); // what it is about counts twice
            passage.sentences().forEach(sentence -> words.addAll(terms.in(sentence)));
            words.forEach(
                    term -> counts.computeIfAbsent(term, t -> new TreeMap<>()).merge(here, 1, Integer::sum));
            lengths[i] = words.size();
        }
        var postings = new TreeMap<String, Postings>();
        counts.forEach((term, found) -> postings.put(
                term,
                new Postings(
                        found.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        found.values().stream().mapToInt(Integer::intValue).toArray())));
        return encoded(language, passages, postings, lengths, vectors);
    }

    private static Shelf encoded(
            String language,
            List<Passage> passages,
            SortedMap<String, Postings> postings,
            int[] lengths,
            List<float[]> vectors) {
        var size = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        var largest = 1e-6f;
        for (var vector : vectors) {
            for (var number : vector) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        var scale = largest / Byte.MAX_VALUE;
        var bytes = new byte[vectors.size() * size];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vectors.get(i / size)[i % size] / scale);
        }
        return new Shelf(language, passages, postings, lengths, bytes, size, scale);
    }

    /** Passages by how their question is written, without case, accents and punctuation. */
    Map<String, Integer> byHeart() {
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < passages.size(); i++) {
            for (var asked : passages.get(i).asked()) {
                places.putIfAbsent(Spelling.key(asked), i);
            }
        }
        places.remove("");
        return places;
    }
}
