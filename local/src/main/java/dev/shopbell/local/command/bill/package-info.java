/** What a measured workload costs on AWS, line by line, and what a month without visitors costs. */
@NullMarked
package dev.shopbell.local.command.bill;

import org.jspecify.annotations.NullMarked;
