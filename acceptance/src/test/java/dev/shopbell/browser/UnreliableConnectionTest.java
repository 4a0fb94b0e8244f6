package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a visitor says is kept, and said once, whatever becomes of the network, the page and its tabs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreliableConnectionTest extends ShopTest {

    @Test
    void sends_what_was_written_offline_once_and_in_order_even_after_a_reload() {
        var chat = new ChatWidget(page("/"));
        chat.open();
        chat.say("hello");
        chat.untilBotHasSaid(1);

        visitor.setOffline(true);
        chat.say("Do you deliver?");
        chat.say("When are you open?");
        assertThat(chat.find(".notice")).containsText("offline");
        assertThat(chat.find(".state")).hasCount(2);
        Browser.photograph(chat.page(), "offline");

        visitor.setOffline(false);
        chat.page().reload();
        chat.untilSaid("bot", 3);
        assertThat(chat.said("customer")).containsExactly("hello", "Do you deliver?", "When are you open?");
        assertThat(chat.said("bot").get(2)).contains("7:00");
        chat.open();
        assertThat(chat.find(".state")).hasCount(0);
    }

    @Test
    void says_it_again_under_the_same_id_when_the_answer_is_lost() {
        var lost = new AtomicInteger();
        var page = visitor.newPage();
        page.route("**/web/messages", route -> {
            if (lost.getAndIncrement() < 2) {
                route.fetch(); // it arrives, and nobody hears that it did
                route.abort();
            } else {
                route.resume();
            }
        });
        page.navigate(shop.url() + "/");
        var chat = new ChatWidget(page);
        chat.open();
        chat.say("When are you open?");
        chat.untilBotSays("7:00");
        chat.say("Do you deliver?");
        chat.untilSaid("bot", 2);
        assertThat(chat.said("customer")).containsExactly("When are you open?", "Do you deliver?");
        assertThat(lost.get()).isGreaterThan(2);
    }

    @Test
    void waits_as_long_as_it_is_told_to() {
        var asked = new AtomicInteger();
        var page = visitor.newPage();
        page.route("**/web/messages", route -> {
            if (asked.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setHeaders(java.util.Map.of("retry-after", "2"))
                        .setBody("{}"));
            } else {
                route.resume();
            }
        });
        page.navigate(shop.url() + "/");
        var chat = new ChatWidget(page);
        chat.open();
        chat.say("When are you open?");
        assertThat(chat.find(".notice")).containsText("a lot at once");
        chat.untilBotSays("7:00");
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void is_one_conversation_in_all_tabs() {
        var one = new ChatWidget(page("/"));
        one.open();
        one.say("hello");
        one.untilBotHasSaid(1);
        var other = new ChatWidget(page("/"));
        other.open();
        other.untilSaid("bot", 1);
        assertThat(other.said("customer")).containsExactly("hello");

        other.say("Do you deliver?");
        one.untilSaid("bot", 2);
        other.untilSaid("bot", 2);
        assertThat(one.said("customer")).containsExactly("hello", "Do you deliver?");
        assertThat(one.said("bot")).isEqualTo(other.said("bot"));
    }

    @Test
    void finds_the_talk_again_when_the_server_forgot_the_token() {
        var chat = new ChatWidget(page("/"));
        chat.open();
        chat.say("hello");
        chat.untilBotHasSaid(1);
        chat.page().evaluate("""
                () => { const key = Object.keys(localStorage)[0];
                  const kept = JSON.parse(localStorage.getItem(key));
                  kept.token = 'v1.e30.e30';
                  localStorage.setItem(key, JSON.stringify(kept)); }""");
        chat.page().reload();
        chat.open();
        chat.say("Do you deliver?");
        chat.untilSaid("bot", 2);
        assertThat(chat.said("customer")).containsExactly("hello", "Do you deliver?");
    }
}
