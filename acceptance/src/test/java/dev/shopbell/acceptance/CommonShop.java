package dev.shopbell.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The one shop of all tests that need nothing particular. It is started by the first of them, and ends with them all. */
final class CommonShop {

    private static final OutsideProvider PROVIDER = openProvider();
    private static final RunningShop SHOP = RunningShop.start(PROVIDER);

    private CommonShop() {}

    static OutsideProvider provider() {
        return PROVIDER;
    }

    static RunningShop shop() {
        return SHOP;
    }

    private static OutsideProvider openProvider() {
        try {
            return new OutsideProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
