package dev.shopbell.local.command.bill;

import dev.shopbell.local.command.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bill.
 *
 * @param lines those that are not zero
 */
record Bill(List<Line> lines) {

    /**
     * One line.
     *
     * @param amount in the price's units
     * @param dollars without any free tier
     * @param beyondFree dollars when the account has the whole of the never-ending free tier for this
     */
    record Line(PriceList.Price price, double amount, double dollars, double beyondFree) {}

    static Bill of(Usage usage, PriceList list) {
        var lines = new ArrayList<Line>();
        usage.amounts().forEach((key, amount) -> {
            var price = list.price(key);
            if (amount > 0) {
                // What is metered apart for the reader is one thing for AWS.
                var free = key.equals("lambda.share")
                        ? list.price("lambda.measured").freeAMonth()
                        : price.freeAMonth();
                lines.add(new Line(
                        price, amount, amount * price.dollars(), Math.max(0, amount - free) * price.dollars()));
            }
        });
        return new Bill(List.copyOf(lines));
    }

    double dollars() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    double beyondFree() {
        return lines.stream().mapToDouble(Line::beyondFree).sum();
    }

    @Override
    public String toString() {
        var table = new Table("WHAT", "AMOUNT", "UNIT", "USD", "USD BEYOND FREE TIER");
        for (var line : lines) {
            table.row(
                    line.price().what(),
                    amount(line.amount()),
                    line.price().unit(),
                    money(line.dollars()),
                    money(line.beyondFree()));
        }
        table.row("Together", "-", "", money(dollars()), money(beyondFree()));
        return table.toString();
    }

    static String money(double dollars) {
        return String.format(Locale.ROOT, "%.6f", dollars);
    }

    private static String amount(double amount) {
        return String.format(Locale.ROOT, amount >= 100 ? "%,.0f" : amount >= 0.01 ? "%.2f" : "%.6f", amount);
    }
}
