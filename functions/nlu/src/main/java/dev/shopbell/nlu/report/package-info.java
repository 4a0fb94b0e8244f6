/** What an examination showed, for people: tables, charts, and who is understood worse than others. */
@NullMarked
package dev.shopbell.nlu.report;

import org.jspecify.annotations.NullMarked;
