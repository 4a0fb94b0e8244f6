package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One script tag, on a page of another site. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WidgetOnAnyPageTest extends ShopTest {

    @Test
    void works_and_is_dressed_under_the_strictest_policy() {
        try (var site = new StrictPage(shop.url(), "lang=en", "data-title=\"Any shop\" data-open")) {
            var page = visitor.newPage();
            page.navigate(site.url());
            var chat = new ChatWidget(page);
            chat.say("When are you open?");
            chat.untilBotSays("7:00");
            assertThat(chat.find(".panel h2")).hasText("Any shop");
            assertThat(chat.find(".send")).hasCSS("background-color", "rgb(47, 75, 143)");
            Browser.photograph(page, "strict-policy");
            assertThat(complaints).as("what the policy forbade").isEmpty();
        }
    }

    @Test
    void is_written_from_right_to_left_in_languages_that_are() {
        try (var site = new StrictPage(shop.url(), "lang=ar dir=rtl", "data-open")) {
            var page = visitor.newPage();
            page.navigate(site.url());
            var chat = new ChatWidget(page);
            chat.say("When are you open?");
            chat.untilBotSays("7:00");
            var launcher = chat.find(".launcher").boundingBox();
            assertThat(launcher.x).isLessThan(200);
            var mine = chat.find(".message.customer .words").boundingBox();
            var bots = chat.find(".message.bot .words").last().boundingBox();
            assertThat(mine.x).isLessThan(bots.x);
            assertThat(chat.find(".send")).hasAccessibleName("إرسال");
            Browser.assertAccessible(page);
            Browser.photograph(page, "right-to-left");
        }
    }

    @Test
    void stays_legible_in_the_dark_and_in_any_colour() {
        for (var attributes : new String[] {
            "data-open", "data-open data-accent=#ffd84d", "data-open data-theme=light data-accent=#777"
        }) {
            try (var site = new StrictPage(shop.url(), "lang=en", attributes + " data-key=" + attributes.length())) {
                var page = visitor.newPage();
                page.emulateMedia(new EmulateMediaOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE));
                page.navigate(site.url());
                var chat = new ChatWidget(page);
                chat.say("hello");
                chat.untilBotHasSaid(1);
                Browser.assertAccessible(page);
                Browser.photograph(page, "colours-" + attributes.length());
            }
        }
    }

    @Test
    void keeps_still_for_who_asks_for_less_motion() {
        for (var motion : ReducedMotion.values()) {
            var page = visitor.newPage();
            page.emulateMedia(new EmulateMediaOptions().setReducedMotion(motion));
            page.routeWebSocket("**/web/socket**", socket -> {
                // It opens, and nothing is said on it.
            });
            page.navigate(shop.url() + "/");
            var chat = new ChatWidget(page);
            var isStill = motion == ReducedMotion.REDUCE;
            assertThat(chat.find(".launcher")).hasCSS("transition-duration", isStill ? "0s" : "0.15s");
            chat.open();
            assertThat(chat.find(".panel")).hasCSS("animation-name", isStill ? "none" : "rise");
            chat.say("hello");
            assertThat(chat.find(".typing i").first()).hasCSS("animation-name", isStill ? "none" : "blink");
            page.close();
        }
    }

    @Test
    void draws_cards_media_and_places_and_follows_no_dangerous_address() {
        var page = visitor.newPage();
        page.route(
                "**/web/messages?*",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody(CARDS)));
        page.navigate(shop.url() + "/");
        var chat = new ChatWidget(page);
        chat.open();
        assertThat(chat.find(".card")).hasCount(2);
        assertThat(chat.find(".card a")).hasCount(1);
        assertThat(chat.find(".card a")).hasAttribute("href", "https://shop.example/cake");
        assertThat(chat.find(".card a")).hasAttribute("rel", "noopener noreferrer");
        assertThat(chat.find(".file")).hasAttribute("href", "https://shop.example/menu.pdf");
        assertThat(chat.find(".place")).containsText("Calle del Horno 12");
        assertThat(chat.find("a[href^='javascript']")).hasCount(0);
        Browser.assertAccessible(page);
        Browser.photograph(page, "cards");

        page.unroute("**/web/messages?*");
        chat.find(".card button").click();
        chat.untilSaid("customer", 1);
        assertThat(chat.said("customer")).containsExactly("Prices");
    }

    @Test
    void shows_that_somebody_of_the_team_is_writing() throws InterruptedException {
        var sockets = new LinkedBlockingQueue<WebSocketRoute>();
        var page = visitor.newPage();
        page.routeWebSocket("**/web/socket**", sockets::add);
        page.navigate(shop.url() + "/");
        var chat = new ChatWidget(page);
        chat.open();
        page.waitForCondition(() -> !sockets.isEmpty());
        var socket = sockets.take();
        socket.send("{\"typing\":\"agent\"}");
        assertThat(chat.find(".typing.agent")).containsText("Somebody of our team is writing");
        socket.send("{\"messages\":[{\"id\":\"a-1\",\"from\":\"agent\",\"text\":\"Eva here\"}],\"cursor\":\"1\"}");
        assertThat(chat.find(".message.agent .words")).hasText("Eva here");
        assertThat(chat.find(".typing")).hasCount(0);
    }

    private static final String CARDS = """
            {"cursor":"1","messages":[
              {"id":"m-1","from":"bot","text":"Our cakes","at":"2026-11-22T12:00:00Z","cards":[
                {"title":"Carrot cake","subtitle":"For eight","buttons":[{"value":"intent:prices","title":"Prices"}]},
                {"title":"Lemon cake","buttons":[{"url":"https://shop.example/cake","title":"Order"},
                  {"url":"javascript:alert(1)","title":"Evil"}]}]},
              {"id":"m-2","from":"bot","text":"The menu: javascript:alert(1)","media":{"kind":"file","url":"https://shop.example/menu.pdf","name":"Menu"}},
              {"id":"m-3","from":"bot","text":"","media":{"kind":"image","url":"javascript:alert(1)","name":"x"}},
              {"id":"m-4","from":"bot","text":"Here we are","place":{"lat":40.4,"lon":-3.7,"name":"Bluebell","address":"Calle del Horno 12"}}]}""";
}
