package dev.shopbell.browser;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a visitor can do with the chat on a page, and see of it. It lives in a shadow root of its own. */
final class ChatWidget {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    ChatWidget(ChromeDriver driver) {
        this.driver = driver;
    }

    void open() {
        until(() -> !find(".launcher").isEmpty() && find(".launcher").getFirst().isDisplayed());
        if (!find(".panel").getFirst().isDisplayed()) {
            find(".launcher").getFirst().click();
        }
        until(() -> find("textarea").getFirst().isDisplayed());
    }

    void say(String text) {
        find("textarea").getFirst().sendKeys(text, Keys.ENTER);
    }

    /** Presses a choice and returns what stood on it. */
    String pressFirstChoice() {
        until(() -> !find(".choices button").isEmpty());
        var button = find(".choices button").getFirst();
        var title = button.getText();
        button.click();
        return title;
    }

    /** Waits until the bot has said something with these words in it. */
    void untilBotSays(String words) {
        until(() -> said("bot").stream().anyMatch(each -> each.contains(words)));
    }

    void untilBotHasSaid(int messages) {
        until(() -> said("bot").size() >= messages);
    }

    /**
     * What has been said; the greeting, which the page shows to whom nobody has spoken yet, was not.
     *
     * @param who {@code bot}, {@code customer} or {@code agent}
     */
    List<String> said(String who) {
        return find(".message." + who + ":not([data-id=greeting]) .words").stream()
                .map(WebElement::getText)
                .toList();
    }

    List<String> choices() {
        return find(".choices button").stream().map(WebElement::getText).toList();
    }

    /** Elements of the chat, as a style sheet would find them. */
    List<WebElement> find(String selector) {
        SearchContext shadow = (SearchContext)
                driver.executeScript(
                        "return [...document.body.children].map(e => e.shadowRoot).find(r => r && r.querySelector('.launcher'))");
        return shadow == null ? List.of() : shadow.findElements(By.cssSelector(selector));
    }

    private void until(BooleanSupplier isSo) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "The chat shows: " + said("customer") + " / " + said("bot"))
                .until(ignored -> isSo.getAsBoolean());
    }
}
