package dev.shopbell.nlu.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts of money: "€12.50", "12,50 €", "EUR 1.200", "twelve euros", "3 euros con 50", "50 cents". The value is the
 * ISO 4217 code and the amount with the currency's decimals, {@code EUR 12.50}. A dollar or a peso is the shop's country's.
 */
final class MoneyReader {
    private static final Map<String, String> DOLLARS =
            Map.of("CA", "CAD", "AU", "AUD", "NZ", "NZD", "MX", "MXN", "AR", "ARS", "CO", "COP", "CL", "CLP");
    private static final Map<String, String> PESOS = Map.of("AR", "ARS", "CO", "COP", "CL", "CLP", "UY", "UYU");
    private static final Map<String, String> CENTS = Map.of("US", "USD", "CA", "CAD", "GB", "GBP", "BR", "BRL");
    private static final int CENTS_IN_ALL = 100;
    private static final int FEWEST_JOINED_CENTS = 5;

    private final Reading reading;
    private final Numerals numerals;
    private final Situation situation;

    MoneyReader(Reading reading, Numerals numerals, Situation situation) {
        this.reading = reading;
        this.numerals = numerals;
        this.situation = situation;
    }

    @Nullable
    Find read(int at) {
        var before = reading.match(at, Kind.CURRENCY);
        if (before != null) {
            var number = before.weak() || reading.token(before.end()).type() != Token.Type.DIGITS
                    ? null
                    : numerals.read(before.end(), true);
            return number == null ? null : money(before.value(), number.value(), at, number.end());
        }
        var number = reading.token(at).isOneOf("%") ? null : numerals.read(at, true);
        if (number == null) {
            return null;
        }
        var cents = reading.match(number.end(), Kind.CENT);
        if (cents != null) {
            var code = cents.value().isEmpty() ? CENTS.getOrDefault(situation.region(), "EUR") : cents.value();
            return money(code, number.value().movePointLeft(2), at, cents.end());
        }
        var after = reading.match(number.end(), Kind.CURRENCY);
        if (after == null || (after.weak() && reading.has(after.end(), Kind.OF))) {
            return null;
        }
        return withCents(after, number.value(), at);
    }

    private @Nullable Find withCents(Reading.Match currency, BigDecimal whole, int at) {
        var next = reading.skip(reading.skip(currency.end(), Kind.AND), Kind.PLUS);
        var number = whole.scale() > 0 ? null : numerals.small(next);
        var cents = number == null ? -1 : number.whole(1, CENTS_IN_ALL - 1);
        if (number == null || cents < 0) {
            return money(currency.value(), whole, at, currency.end());
        }
        var word = reading.match(number.end(), Kind.CENT);
        // "12€50" and "12 euros 50", but not "12 euros, 50 pieces" nor "for 5 euros 2 cakes".
        var joined = next > currency.end() && cents >= FEWEST_JOINED_CENTS;
        var written = (next == currency.end() || joined)
                && (number.inWords() || reading.token(next).plain().length() == 2)
                && reading.isRest(number.end())
                && !reading.has(number.end(), Kind.CURRENCY)
                && !reading.has(number.end(), Kind.UNIT)
                && !reading.has(number.end(), Kind.MEASURE);
        if (word == null && !written) {
            return money(currency.value(), whole, at, currency.end());
        }
        var amount = whole.add(BigDecimal.valueOf(cents).movePointLeft(2));
        return money(currency.value(), amount, at, word == null ? number.end() : word.end());
    }

    private @Nullable Find money(String currency, BigDecimal amount, int start, int end) {
        var code =
                switch (currency) {
                    case "$" -> DOLLARS.getOrDefault(situation.region(), "USD");
                    case "peso" -> PESOS.getOrDefault(situation.region(), "MXN");
                    default -> currency;
                };
        var decimals = Currency.getInstance(code).getDefaultFractionDigits();
        var value = amount.setScale(
                Math.max(decimals, Math.min(amount.stripTrailingZeros().scale(), 4)), RoundingMode.HALF_UP);
        return new Find(Entities.MONEY, code + " " + value.toPlainString(), start, end);
    }
}
