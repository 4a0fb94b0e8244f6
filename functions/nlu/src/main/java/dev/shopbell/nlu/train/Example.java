package dev.shopbell.nlu.train;

/** A text and what it is: its intent, or its language. */
public record Example(String text, String label) {}
