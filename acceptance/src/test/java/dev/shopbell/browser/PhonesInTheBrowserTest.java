package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.RequestOptions;
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

    private static final String CAKE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="240" height="120" fill="#f6d6a8"/>
            <circle cx="120" cy="60" r="40" fill="#8c4a2f"/></svg>""";

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
    void shows_a_template_as_it_is_registered_and_presses_its_buttons() {
        var page = visitor.newPage();
        page.route(
                "https://shop.example/cake.svg",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("image/svg+xml").setBody(CAKE)));
        page.navigate(shop.url() + "/phones");
        page.setViewportSize(1440, 900);
        var person = page.locator("#phone-whatsapp .person").textContent().replaceAll("\\D", "");
        onGraph(page, "message_templates", """
                {"name":"order_ready","language":"en","components":[{"type":"HEADER","format":"IMAGE"},
                 {"type":"BODY","text":"Hi {{1}}, your order {{2}} is ready."},{"type":"FOOTER","text":"Bluebell Bakery"},
                 {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"},
                  {"type":"URL","text":"Track","url":"https://shop.example/orders/{{1}}"}]}]}""");
        onGraph(page, "messages", """
                {"messaging_product":"whatsapp","to":"%s","type":"template","template":{"name":"order_ready",
                 "language":{"code":"en"},"components":[
                  {"type":"header","parameters":[{"type":"image","image":{"link":"https://shop.example/cake.svg"}}]},
                  {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"1042"}]},
                  {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"intent:thanks"}]},
                  {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"1042"}]}]}}""".formatted(person));

        var bubble = page.locator("#phone-whatsapp .message:not(.mine)").first();
        assertThat(bubble).containsText("Hi Ana, your order 1042 is ready.");
        assertThat(bubble.locator("img")).hasJSProperty("complete", true);
        assertThat(bubble.locator("a.button")).hasAttribute("href", "https://shop.example/orders/1042");
        Browser.photograph(page, "phones-template");
        Browser.assertAccessible(page);

        bubble.locator("button", new Locator.LocatorOptions().setHasText("Thanks"))
                .click();
        assertThat(page.locator("#phone-whatsapp .mine")).containsText("Thanks");
        untilAnswered(page, "whatsapp", 2);
    }

    private void onGraph(Page page, String what, String body) {
        var answer = page.request()
                .post(
                        shop.url() + "/_providers/graph/v23.0/106540352242922/" + what,
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer dev-whatsapp-token")
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
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
