/**
 * Another engine beside our own understanding: Amazon Lex V2 or a model at Amazon Bedrock, behind the same interface, in a
 * function of its own that only exists where the owner switched it on. It answers in time or says why not; it never decides
 * for a customer by itself.
 */
@NullMarked
package dev.shopbell.engine;

import org.jspecify.annotations.NullMarked;
