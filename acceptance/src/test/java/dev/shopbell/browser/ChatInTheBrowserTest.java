package dev.shopbell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.LocalShop;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;

/** A visitor of the bakery's page. Skipped where there is no browser. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // the shop and the browser are there from before the first test to after the last
class ChatInTheBrowserTest {

    private static final String QUESTION = "When are you open on Sunday?";

    private Browser browser;
    private LocalShop shop;
    private ChatWidget chat;

    @BeforeAll
    void start() {
        browser = Browser.open(new Dimension(1280, 800));
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

    /** A visitor who was never here. */
    @BeforeEach
    void visit() {
        browser.resize(1280, 800);
        browser.driver().get(shop.url().toString());
        ((JavascriptExecutor) browser.driver()).executeScript("localStorage.clear()");
        browser.driver().get(shop.url().toString());
        chat = new ChatWidget(browser.driver());
        chat.open();
    }

    @Test
    void is_told_the_hours_once_and_finds_the_talk_again_after_a_reload() throws IOException {
        chat.say(QUESTION);
        chat.untilBotSays("7:00");
        var answers = chat.said("bot");
        assertThat(chat.said("customer")).containsExactly(QUESTION);
        assertThat(answers).doesNotHaveDuplicates();
        browser.photograph("desktop-answer");

        browser.driver().navigate().refresh();
        chat.open();
        chat.untilBotSays("7:00");
        assertThat(chat.said("customer")).containsExactly(QUESTION);
        assertThat(chat.said("bot")).isEqualTo(answers);

        chat.say("Do you deliver?");
        chat.untilBotHasSaid(answers.size() + 1);
        assertThat(chat.said("customer")).containsExactly(QUESTION, "Do you deliver?");
        assertThat(chat.said("bot")).startsWith(answers.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void can_press_what_the_bot_offers() throws IOException {
        chat.say("hello");
        chat.untilBotHasSaid(1);
        var before = chat.said("bot").size();
        browser.resize(390, 844);
        browser.photograph("phone-choices");
        var pressed = chat.pressFirstChoice();
        chat.untilBotHasSaid(before + 1);

        assertThat(chat.said("customer")).containsExactly("hello", pressed);
        browser.photograph("phone-answer");
    }

    @Test
    void reads_markup_as_the_characters_it_is() {
        var markup = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";
        chat.say(markup);
        chat.untilBotHasSaid(1);

        assertThat(chat.said("customer")).containsExactly(markup);
        assertThat(chat.find(".message .words img, .message .words b")).isEmpty();
        assertThat(browser.driver().getTitle()).isNotEqualTo("owned");
    }

    @Test
    void sees_the_page_without_scrolling_sideways_on_a_phone() throws IOException {
        browser.photograph("desktop-open");
        browser.resize(390, 844);
        browser.photograph("phone-open");
        chat.find(".close").getFirst().click();
        browser.photograph("phone-page");

        var width =
                ((JavascriptExecutor) browser.driver()).executeScript("return document.documentElement.scrollWidth");
        assertThat((Long) width).isLessThanOrEqualTo(390);
        assertThat(browser.driver().manage().logs().get("browser").getAll())
                .as("what the page complained of")
                .isEmpty();
    }
}
