package dev.shopbell.nlu.embed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A model's vocabulary, read by searching the file's bytes as they are: a function that starts makes no thirty thousand
 * strings of them first. All of it is big-endian: how many pieces, where each ends among the letters, each one's number,
 * then the letters in UTF-8, pieces in the order of their bytes.
 */
final class PieceTable implements Pieces {
    private final ByteBuffer table;
    private final int size;
    private final int letters;

    /** @param table as {@link #bytes} makes it */
    PieceTable(byte[] table) {
        this.table = ByteBuffer.wrap(table);
        this.size = this.table.getInt(0);
        this.letters = Integer.BYTES * (1 + 2 * size);
    }

    /** Writes a vocabulary. */
    static byte[] bytes(Map<String, Integer> vocabulary) {
        var pieces = vocabulary.keySet().stream()
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        var length = pieces.stream().mapToInt(piece -> piece.length).sum();
        var out = ByteBuffer.allocate(Integer.BYTES * (1 + 2 * pieces.size()) + length)
                .putInt(pieces.size());
        var end = 0;
        for (var piece : pieces) {
            end += piece.length;
            out.putInt(end);
        }
        for (var piece : pieces) {
            out.putInt(vocabulary.getOrDefault(new String(piece, StandardCharsets.UTF_8), UNKNOWN));
        }
        pieces.forEach(out::put);
        return out.array();
    }

    @Override
    public int number(String piece) {
        var wanted = piece.getBytes(StandardCharsets.UTF_8);
        var low = 0;
        var high = size - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = Arrays.compareUnsigned(
                    table.array(), letters + begin(middle), letters + end(middle), wanted, 0, wanted.length);
            if (order == 0) {
                return table.getInt(Integer.BYTES * (1 + size + middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return UNKNOWN;
    }

    private int begin(int place) {
        return place == 0 ? 0 : end(place - 1);
    }

    private int end(int place) {
        return table.getInt(Integer.BYTES * (1 + place));
    }
}
