package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A visitor of the bakery's page. Skipped where there is no browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // the chat is there from before each test
class ChatInTheBrowserTest extends ShopTest {

    private static final String QUESTION = "When are you open on Sunday?";

    private ChatWidget chat;

    @BeforeEach
    void visit() {
        chat = new ChatWidget(page("/"));
        chat.open();
    }

    @Test
    void is_told_the_hours_once_and_finds_the_talk_again_after_a_reload() {
        chat.say(QUESTION);
        chat.untilBotSays("7:00");
        var answers = chat.said("bot");
        assertThat(chat.said("customer")).containsExactly(QUESTION);
        assertThat(answers).doesNotHaveDuplicates();
        Browser.photograph(chat.page(), "desktop-answer");

        chat.page().reload();
        chat.open();
        chat.untilBotSays("7:00");
        assertThat(chat.said("customer")).containsExactly(QUESTION);
        assertThat(chat.said("bot")).isEqualTo(answers);
        assertThat(chat.find("[data-id=greeting]")).hasCount(1);

        chat.say("Do you deliver?");
        chat.untilBotHasSaid(answers.size() + 1);
        assertThat(chat.said("customer")).containsExactly(QUESTION, "Do you deliver?");
        assertThat(chat.said("bot")).startsWith(answers.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void can_press_what_the_bot_offers_with_the_keyboard_too() {
        chat.say("hello");
        chat.untilBotHasSaid(1);
        chat.page().setViewportSize(390, 844);
        Browser.photograph(chat.page(), "phone-choices");
        var before = chat.said("bot").size();
        var pressed = chat.pressFirstChoice();
        chat.untilBotHasSaid(before + 1);
        assertThat(chat.said("customer")).containsExactly("hello", pressed);
        Browser.photograph(chat.page(), "phone-answer");

        var choices = chat.find(".choices button");
        choices.first().focus();
        chat.page().keyboard().press("ArrowDown");
        assertThat(choices.nth(1)).isFocused();
        var second = choices.nth(1).textContent();
        chat.page().keyboard().press("Enter");
        chat.untilSaid("customer", 3);
        assertThat(chat.said("customer")).endsWith(second);
        assertThat(chat.find("textarea")).isFocused();
    }

    @Test
    void reads_markup_as_the_characters_it_is() {
        var markup = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";
        chat.say(markup);
        chat.untilBotHasSaid(1);

        assertThat(chat.said("customer")).containsExactly(markup);
        assertThat(chat.find(".message .words img, .message .words b")).hasCount(0);
        assertThat(chat.page().title()).isNotEqualTo("owned");
    }

    @Test
    void sees_the_page_without_scrolling_sideways_on_a_phone() {
        Browser.photograph(chat.page(), "desktop-open");
        chat.page().setViewportSize(390, 844);
        Browser.photograph(chat.page(), "phone-open");
        chat.find(".close").click();
        Browser.photograph(chat.page(), "phone-page");

        assertThat((Integer) chat.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(complaints).isEmpty();
    }

    @Test
    void gets_by_without_a_mouse() {
        var page = chat.page();
        assertThat(chat.find("textarea")).isFocused();
        for (var stop = 0; stop < 8; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.shadowRoot !== null"))
                    .as("Tab stays in the chat, stop %d", stop)
                    .isEqualTo(true);
        }
        assertThat(chat.find(".launcher .shut")).isVisible();
        assertThat(chat.find(".launcher .talk")).isHidden();
        page.keyboard().press("Escape");
        assertThat(chat.find(".panel")).isHidden();
        assertThat(chat.find(".launcher")).isFocused();
        assertThat(chat.find(".launcher .talk")).isVisible();

        var button = page.locator("[data-shopbell-open]").first();
        button.press("Enter");
        assertThat(chat.find("textarea")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button).isFocused();
    }

    @Test
    void is_shown_nothing_that_axe_complains_of() {
        chat.say("hello");
        chat.untilBotHasSaid(1);
        Browser.assertAccessible(chat.page());
        chat.page().setViewportSize(390, 844);
        Browser.assertAccessible(chat.page());
        chat.find(".close").click();
        Browser.assertAccessible(chat.page());
    }

    @Test
    void is_told_of_an_answer_that_came_while_the_chat_was_closed() {
        chat.say("hello");
        chat.find(".close").click();
        assertThat(chat.find(".badge")).isVisible();
        assertThat(chat.page()).hasTitle(Pattern.compile("^\\(1\\) Bluebell"));
        assertThat(chat.find(".launcher")).hasAccessibleName(Pattern.compile("1 unread"));
        chat.open();
        assertThat(chat.page()).hasTitle(Pattern.compile("^Bluebell"));
        assertThat(chat.find(".badge")).isHidden();
    }
}
