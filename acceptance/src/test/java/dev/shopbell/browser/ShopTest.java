package dev.shopbell.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.shopbell.running.LocalShop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A visitor for each test who was never there before, of the one shop and with the one browser of all these classes. */
@TestInstance(Lifecycle.PER_CLASS)
@NullUnmarked // the shop and the browser are there from before the first test to after the last
abstract class ShopTest {

    Browser browser;
    LocalShop shop;
    BrowserContext visitor;

    /** What the pages complained of. */
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start() {
        browser = Browser.common();
        shop = CommonShop.SHOP;
    }

    /** Started by the first class that has a browser; it ends with them all, as the JVM does. */
    private static final class CommonShop {

        static final LocalShop SHOP = LocalShop.start();
    }

    @BeforeEach
    void arrive() {
        complaints.clear();
        visitor = browser.visitor();
        visitor.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        visitor.onWebError(error -> complaints.add(error.error()));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    Page page(String path) {
        var page = visitor.newPage();
        page.navigate(shop.url() + path);
        return page;
    }
}
