/**
 * Finds what can be looked up, called, counted or put into a calendar, in English, Spanish, French, German, Portuguese and
 * Italian, on the customer's clock.
 *
 * <p>Values:
 *
 * <table>
 * <caption>Types and their normal forms</caption>
 * <tr><th>type</th><th>value</th></tr>
 * <tr><td>date</td><td>ISO 8601, {@code 2026-11-29}</td></tr>
 * <tr><td>time</td><td>{@code 07:00}</td></tr>
 * <tr><td>datetime</td><td>{@code 2026-11-29T07:00+01:00}; holds its date and its time</td></tr>
 * <tr><td>date_range, time_range</td><td>ISO 8601 interval, {@code 2026-11-30/2026-12-02}, {@code 17:00/..},
 * {@code ../2026-11-27}; holds its ends, whose roles are {@code from}, {@code to}, {@code after}, {@code before}</td></tr>
 * <tr><td>duration</td><td>ISO 8601, {@code P3D}, {@code PT1H30M}</td></tr>
 * <tr><td>money</td><td>ISO 4217 and amount, {@code EUR 12.50}</td></tr>
 * <tr><td>quantity</td><td>{@code 2 kg}, {@code 24 piece}</td></tr>
 * <tr><td>number</td><td>{@code 12}, {@code 3.50}</td></tr>
 * <tr><td>phone</td><td>E.164, {@code +34612345678}</td></tr>
 * <tr><td>email</td><td>lower case</td></tr>
 * <tr><td>address</td><td>street and number, postal code and town as written, {@code Calle Mayor 5, 28013 Madrid}</td></tr>
 * <tr><td>a bot's pattern</td><td>as written</td></tr>
 * <tr><td>a bot's list</td><td>the list's own name for it</td></tr>
 * </table>
 *
 * <p>Why not a library: none that is kept up resolves these in six languages. natty knows English only and puts "next Friday"
 * a week late; Microsoft's recognisers come with a bot framework and know dates in three of these; Duckling is not for Java.
 *
 * <p>How it works: a text is cut into tokens once; each language's words (files in {@code words/}) say what tokens can mean;
 * readers that know no language put meanings together, from left to right, looking a few tokens ahead. So the time grows with
 * the text's length and no faster, and a language is a file.
 */
@NullMarked
package dev.shopbell.nlu.entity;

import org.jspecify.annotations.NullMarked;
