/** The stock Quarkus function to measure against; not a part of the product. */
@org.jspecify.annotations.NullMarked
package dev.shopbell.stock;
