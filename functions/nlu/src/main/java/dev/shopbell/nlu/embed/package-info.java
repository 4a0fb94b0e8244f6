/**
 * Sentences as vectors, so that words which training never saw still mean something. The model is bge-small-en-v1.5 in
 * 8 bits (MIT licence, huggingface.co/BAAI/bge-small-en-v1.5), run by ONNX Runtime in this process.
 */
@NullMarked
package dev.shopbell.nlu.embed;

import org.jspecify.annotations.NullMarked;
