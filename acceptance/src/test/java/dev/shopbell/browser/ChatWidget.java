package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a visitor can do with the chat on a page, and see of it. Locators look into its shadow root by themselves. */
record ChatWidget(Page page) {

    void open() {
        if (!find(".panel").isVisible()) {
            find(".launcher").click();
        }
        assertThat(find("textarea")).isVisible();
    }

    void say(String text) {
        find("textarea").fill(text);
        find("textarea").press("Enter");
    }

    /** Presses a choice and returns what stood on it. */
    String pressFirstChoice() {
        var button = find(".choices button").first();
        var title = button.textContent();
        button.click();
        return title;
    }

    /** Waits until the bot has said something with these words in it. */
    void untilBotSays(String words) {
        assertThat(words("bot").last()).containsText(words);
    }

    void untilBotHasSaid(int messages) {
        assertThat(words("bot").nth(messages - 1)).isVisible();
    }

    void untilSaid(String who, int messages) {
        assertThat(words(who)).hasCount(messages);
    }

    /**
     * What has been said; the greeting, which stands above every conversation, was not.
     *
     * @param who {@code bot}, {@code customer} or {@code agent}
     */
    List<String> said(String who) {
        return words(who).allTextContents();
    }

    private Locator words(String who) {
        return find(".message." + who + ":not([data-id=greeting]) .words");
    }

    Locator find(String selector) {
        return page.locator(selector);
    }
}
