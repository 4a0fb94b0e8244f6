/** Finds what can be looked up, called or put into a calendar: numbers of orders, addresses, dates, times, list words. */
@NullMarked
package dev.shopbell.nlu.entity;

import org.jspecify.annotations.NullMarked;
