package dev.shopbell.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium without a window, if this machine has it. */
final class Browser {

    private static final List<String> CHROMIUM =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static @Nullable Browser common;

    private final com.microsoft.playwright.Browser browser;

    private Browser(com.microsoft.playwright.Browser browser) {
        this.browser = browser;
    }

    /**
     * The one of all tests, opened for the first of them; or skips the test with a line that says what to install. Playwright's
     * driver ends, and the browser with it, when this JVM does.
     */
    static synchronized Browser common() {
        var opened = common == null ? open() : common;
        common = opened;
        return opened;
    }

    private static Browser open() {
        var chromium = onPath();
        if (chromium.isEmpty()) {
            abort("Install Chromium (apt install chromium) to run this.");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // functions may start from zero, on a busy machine
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options = new LaunchOptions()
                    .setExecutablePath(chromium.get())
                    // In a container there is no user to drop to.
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
            return new Browser(playwright.chromium().launch(options));
        } catch (PlaywrightException unable) {
            return abort("Playwright's driver cannot start " + chromium.get() + " here: " + unable.getMessage());
        }
    }

    private static Optional<Path> onPath() {
        return CHROMIUM.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .map(File::toPath);
    }

    /** A visitor of their own: nothing is remembered from others. */
    BrowserContext visitor() {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-US"));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** Keeps what is to be seen under {@code target/screenshots}. */
    static void photograph(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Asserts that axe finds nothing to complain of: WCAG and its best practices, shadow roots included. */
    static void assertAccessible(Page page) {
        page.evaluate(axe());
        var complaints = page.evaluate("""
                async () => (await axe.run(document, {iframes: false})).violations.map((each) =>
                  each.id + ': ' + each.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; '))""");
        assertThat(complaints).isEqualTo(List.of());
    }

    private static String axe() {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
