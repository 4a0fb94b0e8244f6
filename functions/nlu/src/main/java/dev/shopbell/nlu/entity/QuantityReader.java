package dev.shopbell.nlu.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts with a unit: "two kilos", "1/2 kg", "una docena", "3 boxes". The value is the number and the unit's English
 * name or symbol, {@code 2 kg}; a dozen is {@code 12 piece}. Where a number was asked for, it is the number alone.
 */
final class QuantityReader {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LARGEST_PART = BigDecimal.valueOf(8);

    private final Reading reading;
    private final Numerals numerals;
    private final Situation situation;

    QuantityReader(Reading reading, Numerals numerals, Situation situation) {
        this.reading = reading;
        this.numerals = numerals;
        this.situation = situation;
    }

    @Nullable
    Find read(int at) {
        var said = reading.match(at, Kind.AMOUNT);
        if (said != null) {
            var amount = said.value().split(" ", 2);
            return find(new BigDecimal(amount[0]), amount[1], at, said.end());
        }
        var number = numerals.count(at);
        if (number == null) {
            return null;
        }
        var value = number.value();
        var end = number.end();
        var divisor = divisor(end);
        if (divisor != null) {
            value = value.divide(divisor, 3, RoundingMode.HALF_UP);
            end += 2;
        }
        var half = reading.match(end, Kind.HALF_MORE);
        var unit = reading.match(half == null ? end : half.end(), Kind.MEASURE);
        if (unit == null || (unit.weak() && number.inWords())) {
            return null;
        }
        var halfAfter = half == null ? reading.match(unit.end(), Kind.HALF_MORE) : null;
        value = half == null && halfAfter == null ? value : value.add(HALF);
        return find(value, unit.value(), at, halfAfter == null ? unit.end() : halfAfter.end());
    }

    private @Nullable BigDecimal divisor(int at) {
        var below = reading.token(at).is('/') && reading.token(at).glued()
                ? reading.token(at + 1).figure()
                : -1;
        return below >= 2 && BigDecimal.valueOf(below).compareTo(LARGEST_PART) <= 0 ? BigDecimal.valueOf(below) : null;
    }

    /** @param unit a name, or a name and how many of it */
    private Find find(BigDecimal number, String unit, int start, int end) {
        var space = unit.indexOf(' ');
        var value = space < 0 ? number : number.multiply(new BigDecimal(unit.substring(space + 1)));
        var plain = value.stripTrailingZeros().toPlainString();
        return situation.expects(Entities.NUMBER)
                ? new Find(Entities.NUMBER, plain, start, end)
                : new Find(Entities.QUANTITY, plain + " " + (space < 0 ? unit : unit.substring(0, space)), start, end);
    }
}
