package dev.shopbell.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.shopbell.running.LocalShop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One shop and one browser for the class, and a visitor who was never there before for each test. */
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
        browser = Browser.open();
        shop = LocalShop.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (shop != null) {
            shop.close();
        }
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
