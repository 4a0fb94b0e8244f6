/**
 * What several functions need of AWS and JSON: mailboxes, tables, the batch loop, settings, and the two families of
 * failure. Everything that is written to a queue or a table carries a version, and has golden JSON files in the tests.
 */
@NullMarked
package dev.shopbell.platform;

import org.jspecify.annotations.NullMarked;
