package dev.shopbell.nlu.entity;

import java.util.Locale;

/** What a word of a vocabulary can mean; the files beside {@link Lexicon} use these names, in lower case with hyphens. */
enum Kind {
    /** Means nothing to us, and hides what its words would mean one by one: "second time", "guten Morgen". */
    NOTHING,
    /** Polite noise that may follow anything: "please". */
    FILLER,
    NUMBER,
    ORDINAL,
    /** "a" as in "a week": one, where a unit follows. */
    ARTICLE,
    MULTIPLIER,
    /** "and a half", after a number or a unit. */
    HALF_MORE,
    /** Glued to digits: "3rd". */
    ORDINAL_SUFFIX,
    /** ISO number of the day, Monday is 1. */
    DAY,
    MONTH,
    /** Days from today. */
    DAY_OFFSET,
    /** {@code MM-dd}. */
    HOLIDAY,
    WEEKEND,
    THIS,
    NEXT,
    LAST,
    /** "next", said after the day: "que viene". */
    NEXT_AFTER,
    LAST_AFTER,
    /** {@code minute}, {@code hour}, {@code day}, {@code week}, {@code month}, {@code year}. */
    UNIT,
    /** A whole span of time, ISO 8601: "half an hour". */
    SPAN,
    WORKING,
    /** Before a span that something lasts: "for a week". */
    FOR,
    IN,
    IN_AFTER,
    AGO,
    AGO_AFTER,
    IN_MONTH,
    ON,
    /** Before a bare number that is a day of the month. {@code suffix} where the number must be an ordinal. */
    ON_NTH,
    THE,
    OF,
    /** These five: {@code hour} where what follows can only be one, {@code maybe} where it may be. */
    FROM,
    TO,
    BETWEEN,
    AND,
    AFTER,
    BEFORE,
    UNTIL,
    /** Open to the end: "from Monday on". */
    SINCE,
    AT,
    /** {@code o'clock}; weak where the same word counts hours. */
    HOUR_MARK,
    /** {@code am} or {@code pm}. */
    HALF_DAY,
    /** {@code name from/to}. */
    PART,
    /** The same, today: "tonight". */
    TODAY_PART,
    /** {@code HH:mm}. */
    TIME,
    /** Minutes from the hour that follows: "half past", "halb". */
    MINUTES_BEFORE,
    /** Minutes from the hour that went before: "y media". */
    MINUTES_AFTER,
    PAST,
    TO_HOUR,
    PLUS,
    MINUS,
    /** ISO 4217. */
    CURRENCY,
    CENT,
    /** Canonical unit, and how many of it: {@code kg}, {@code piece 12}. */
    MEASURE,
    /** A whole amount, {@code 6 piece}: "half a dozen". */
    AMOUNT,
    /** What is counted, so that the number before it is no hour: "people". */
    COUNTED,
    /** Begins a street's name, or ends it: {@code before}, {@code after}, {@code glued}. */
    STREET;

    static Kind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
