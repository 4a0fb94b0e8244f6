package dev.shopbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A visitor who has a picture to show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@NullUnmarked // the chat is there before each test
class FilesInTheBrowserTest extends ShopTest {

    private static final Path CAKE = Path.of("..", "events", "cake.png");

    private ChatWidget chat;

    @BeforeEach
    void open() {
        chat = new ChatWidget(page("/"));
        chat.open();
    }

    private void choose(Path file) {
        chat.find("input[type=file]").setInputFiles(file);
    }

    private void choose(String name, String type, byte[] content) {
        chat.find("input[type=file]").setInputFiles(new FilePayload(name, type, content));
    }

    @Test
    void sends_it_with_words_and_finds_it_again_after_a_reload() throws IOException {
        choose(CAKE);
        assertThat(chat.find(".tray")).containsText("cake.png");
        assertThat(chat.find(".tray [role=status]")).hasText("Ready to be sent");
        Browser.photograph(chat.page(), "file-ready");
        Browser.assertAccessible(chat.page());
        chat.say("One like this, please");

        chat.untilBotHasSaid(1);
        assertThat(chat.find(".tray")).isHidden();
        assertThat(chat.said("customer")).containsExactly("One like this, please");
        chat.page().reload();
        chat.open();
        var file = chat.find(".message.customer a.file");
        assertThat(file).hasText("cake.png");
        assertThat(chat.find(".message.customer img")).isVisible();
        Browser.photograph(chat.page(), "file-sent");

        var href = URI.create(file.getAttribute("href"));
        var opened = chat.page().request().get(href.toString());
        assertThat(opened.headers().get("content-type")).isEqualTo("image/png");
        assertThat(opened.body()).isEqualTo(Files.readAllBytes(CAKE));
        assertThat(complaints).isEmpty();
    }

    @Test
    void can_send_it_without_words_and_before_it_is_there() {
        choose(CAKE);
        chat.find("textarea").press("Enter");

        chat.untilBotHasSaid(1);
        assertThat(chat.find(".message.customer .file")).hasText("cake.png");
        assertThat(chat.said("customer")).isEmpty();
    }

    /** A browser's own event with a file in it, as the mouse or the clipboard makes it. */
    private Object with(String event, String target, String type, String text) {
        return chat.find(target).evaluate("""
                (node, [event, type, text]) => {
                    const transfer = new DataTransfer();
                    if (type) transfer.items.add(new File(['RIFF'], 'pasted.png', {type}));
                    if (text) transfer.setData('text/plain', text);
                    if (text.includes('\\t')) transfer.setData('text/html', '<td>' + text);
                    const options = {bubbles: true, composed: true, cancelable: true};
                    const made = event === 'paste' ? new ClipboardEvent(event, {...options, clipboardData: transfer})
                        : new DragEvent(event, {...options, dataTransfer: transfer});
                    return !node.dispatchEvent(made);
                }""", List.of(event, type, text));
    }

    @Test
    void can_paste_a_picture_and_send_it_with_the_keyboard_alone() {
        assertThat(with("paste", "textarea", "image/png", "")).isEqualTo(true);
        assertThat(chat.find(".tray")).containsText("pasted.png");
        assertThat(chat.find("textarea")).isFocused();
        assertThat(chat.find(".tray [role=status]")).hasText("Ready to be sent");
        chat.page().keyboard().press("Enter");

        chat.untilBotHasSaid(1);
        assertThat(chat.find(".message.customer .file")).hasText("pasted.png");
    }

    @Test
    void can_paste_a_file_that_comes_with_its_name() {
        assertThat(with("paste", "textarea", "image/png", "cake.png")).isEqualTo(true);
        assertThat(chat.find(".tray")).isVisible();
    }

    @Test
    void pastes_words_as_words_even_if_a_picture_of_them_comes_along() {
        assertThat(with("paste", "textarea", "image/png", "two\tcakes")).isEqualTo(false);
        assertThat(chat.find(".tray")).isHidden();
    }

    @Test
    void can_drop_a_picture_anywhere_on_the_chat_and_sees_where() {
        assertThat(chat.find(".zone")).isHidden();
        assertThat(with("dragenter", ".log", "image/png", "")).isEqualTo(true);
        assertThat(with("dragover", ".log", "image/png", "")).isEqualTo(true);
        assertThat(chat.find(".zone")).hasText("Drop the file here");
        Browser.photograph(chat.page(), "file-dropped");
        Browser.assertAccessible(chat.page());
        with("dragleave", ".panel", "image/png", "");
        assertThat(chat.find(".zone")).isHidden();

        with("dragenter", ".log", "image/png", "");
        assertThat(with("drop", ".log", "image/png", "")).isEqualTo(true);
        assertThat(chat.find(".zone")).isHidden();
        assertThat(chat.find(".tray")).containsText("pasted.png");
        assertThat(chat.find(".tray [role=status]")).hasText("Ready to be sent");
    }

    @Test
    void drops_words_where_words_go_and_hears_what_cannot_be_sent() {
        assertThat(with("dragover", ".log", "", "a cake")).isEqualTo(false);
        assertThat(chat.find(".zone")).isHidden();

        with("drop", ".log", "application/x-msdownload", "");
        assertThat(chat.find(".notice")).containsText("Pictures, PDF and plain text can");
    }

    @Test
    void is_told_in_words_what_cannot_be_sent() {
        choose("setup.exe", "application/x-msdownload", new byte[] {'M', 'Z'});
        assertThat(chat.find(".notice")).containsText("Pictures, PDF and plain text can");
        assertThat(chat.find(".tray")).isHidden();

        choose("film.png", "image/png", new byte[10 * 1024 * 1024 + 1]);
        assertThat(chat.find(".notice")).containsText("Up to 10 MB");

        chat.find("textarea").fill("Then in words");
        assertThat(chat.find(".notice")).isHidden();
        chat.find("textarea").press("Enter");
        chat.untilBotHasSaid(1);
    }

    @Test
    void can_take_it_back_with_the_keyboard() {
        choose(CAKE);
        assertThat(chat.find("textarea")).isFocused();
        chat.page().keyboard().press("Shift+Tab");
        assertThat(chat.find(".attach")).isFocused();
        assertThat(chat.find(".attach")).hasAccessibleName("Send a file");
        chat.page().keyboard().press("Shift+Tab");
        assertThat(chat.find(".tray button")).isFocused();
        assertThat(chat.find(".tray button")).hasAccessibleName("Take the file back");
        chat.page().keyboard().press("Enter");

        assertThat(chat.find(".tray")).isHidden();
        assertThat(chat.find(".attach")).isFocused();
        assertThat(chat.find(".message.customer")).hasCount(0);
    }

    @Test
    void hears_of_a_file_that_did_not_get_through_and_may_try_again() {
        chat.page().route(Pattern.compile("/_s3/"), route -> route.abort());
        choose(CAKE);
        assertThat(chat.find(".notice")).containsText("did not get through");
        assertThat(chat.find(".tray")).isHidden();

        chat.page().unroute(Pattern.compile("/_s3/"));
        complaints.clear();
        choose(CAKE);
        assertThat(chat.find(".tray [role=status]")).hasText("Ready to be sent");
        assertThat(chat.find(".notice")).isHidden();
    }

    @Test
    void can_send_one_from_a_shop_elsewhere_under_a_strict_policy() {
        try (var elsewhere = new StrictPage(shop.url(), "lang=en", "data-open")) {
            var page = visitor.newPage();
            page.navigate(elsewhere.url());
            var widget = new ChatWidget(page);
            widget.find("input[type=file]").setInputFiles(CAKE);
            assertThat(widget.find(".tray [role=status]")).hasText("Ready to be sent");
            widget.say("Look");
            widget.untilBotHasSaid(1);
            assertThat(widget.find(".message.customer .file")).hasText("cake.png");
        }
    }
}
