package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of phones: a customer of every channel, side by side. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhonesInTheBrowserTest extends ShopTest {

    private static final HasCountOptions PATIENTLY = new HasCountOptions().setTimeout(40_000);

    private static void say(Page page, String channel, String text) {
        page.locator("#phone-" + channel + " .text").fill(text);
        page.locator("#phone-" + channel + " .text").press("Enter");
    }

    private static void untilAnswered(Page page, String channel, int times) {
        assertThat(page.locator("#phone-" + channel + " .message:not(.mine)")).hasCount(times, PATIENTLY);
    }

    @Test
    void answers_on_each_and_shows_how_far_the_answer_came() {
        var page = page("/phones");
        page.setViewportSize(1440, 900);
        var all = new String[] {"messenger", "whatsapp", "sms", "telegram", "aws-sms"};
        for (var channel : all) {
            say(page, channel, "hello");
        }
        for (var channel : all) {
            untilAnswered(page, channel, 1);
            assertThat(page.locator("#phone-" + channel + " .mine .tick")).containsText("delivered");
        }
        assertThat(page.locator("#phone-messenger .status")).containsText("read");
        assertThat(page.locator("#phone-whatsapp .status")).containsText("read");
        assertThat(page.locator("#phone-sms .status")).containsText("delivered");
        assertThat(page.locator("#phone-aws-sms .status")).containsText("delivered");
        assertThat(page.locator("#phone-sms .bubble .footer"))
                .containsText(Pattern.compile("segments? · (GSM-7|UCS-2)"));

        page.locator("#phone-messenger .offers button").first().click();
        page.locator("#phone-whatsapp .buttons button").first().click();
        page.locator("#phone-telegram .bubble button").first().click();
        untilAnswered(page, "messenger", 2);
        untilAnswered(page, "whatsapp", 2);
        untilAnswered(page, "telegram", 2);
        var web = page.frameLocator("#phone-web iframe");
        web.locator("textarea").fill("When are you open?");
        web.locator("textarea").press("Enter");
        assertThat(web.locator(".message.bot .words").last())
                .containsText("7:00", new ContainsTextOptions().setTimeout(30_000));
        Browser.photograph(page, "phones-wide");
        Browser.assertAccessible(page);
        assertThat(complaints).isEmpty();

        page.reload();
        untilAnswered(page, "whatsapp", 2);
        assertThat(page.locator("#phone-whatsapp .mine")).hasCount(2);
    }

    @Test
    void shows_one_at_a_time_on_a_phone() {
        var page = page("/phones");
        page.setViewportSize(390, 844);
        assertThat(page.locator("#phone-messenger")).isVisible();
        assertThat(page.locator("#phone-sms")).isHidden();
        page.locator("[role=tab]").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#phone-sms")).isVisible();
        assertThat(page.locator("#phone-messenger")).isHidden();
        page.locator("#phone-sms .text").fill("¿Cuándo abrís? “hoy”");
        assertThat(page.locator("#phone-sms .segments")).hasText("1 segment · UCS-2, because of “á”");
        Browser.photograph(page, "phones-narrow");
        Browser.assertAccessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void answers_once_on_a_bad_day() {
        var page = page("/phones");
        page.locator(".weather summary").click();
        page.locator("#copies").fill("3");
        page.locator("#count").fill("2");
        page.locator("#fault").selectOption("429");
        page.locator("#plan").click();
        assertThat(page.locator("#notice")).containsText("The next 2 replies");
        say(page, "whatsapp", "When are you open?");
        untilAnswered(page, "whatsapp", 1);
        page.locator("#clear").click();
        say(page, "whatsapp", "Do you deliver?");
        untilAnswered(page, "whatsapp", 2);
        assertThat(page.locator("#phone-whatsapp .message:not(.mine)").first()).containsText("7:00");
    }

    @Test
    void says_so_when_the_webhook_refuses() {
        var page = visitor.newPage();
        page.route(
                "**/phones/messages",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"arrivals\":[{\"status\":403,\"body\":\"The signature is missing or wrong.\"}]}")));
        page.navigate(shop.url() + "/phones");
        say(page, "sms", "hello");
        assertThat(page.locator("#phone-sms .error")).containsText("answered 403: The signature");
        assertThat(page.locator("#phone-sms .mine .tick")).containsText("not delivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messenger", "whatsapp"})
    void draws_what_the_platform_can_be_sent_and_presses_what_can_be_pressed(String channel) {
        var page = visitor.newPage();
        page.route("**/_providers/outbox?*", route -> {
            if (route.request().url().contains("after=0")) {
                var person = page.evaluate("JSON.parse(localStorage.getItem('shopbell phones')).people." + channel);
                var body = WireSamples.of(channel).replace("PERSON", person.toString());
                route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody(body));
            } else {
                route.resume();
            }
        });
        page.navigate(shop.url() + "/phones");
        var phone = page.locator("#phone-" + channel);
        assertThat(phone.locator(".message")).hasCount(WireSamples.count(channel));
        assertThat(phone.locator("a[href^='javascript']")).hasCount(0);
        assertThat(phone.locator("details")).hasCount(0);
        Browser.photograph(page, "wire-" + channel);
        Browser.assertAccessible(page);
        if (channel.equals("messenger")) {
            assertThat(phone.locator(".card")).hasCount(2);
            var said = page.waitForRequest(
                    "**/phones/messages",
                    () -> phone.locator(".card button").first().click());
            assertThat(said.postData()).contains("\"kind\":\"postback\"").contains("\"value\":\"intent:prices\"");
        } else {
            phone.getByText("☰ Choose").click();
            assertThat(page.locator("#sheet")).isVisible();
            Browser.photograph(page, "wire-list");
            page.keyboard().press("Escape");
            assertThat(page.locator("#sheet")).isHidden();
            phone.getByText("☰ Choose").click();
            var said = page.waitForRequest(
                    "**/phones/messages",
                    () -> page.locator("#sheet .row").first().click());
            assertThat(said.postData()).contains("\"kind\":\"list\"").contains("\"value\":\"intent:opening_hours\"");
        }
    }
}
