package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Download.Answer;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel owes whose customers can send files, refusals first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class FilesContract {

    protected abstract Channel channel(Function<String, Optional<String>> settings);

    /** A file whose way leads to this address in the end: by the delivery, or by what {@link #platform} answers. */
    protected abstract Attachment fileAt(String address);

    /** The platform's part before the bytes: what it answers at an address of its API; empty where the bytes are. */
    protected abstract Optional<Answer> platform(URI url, String fileAddress);

    /** Where the platform has files. */
    protected abstract String itsOwnAddress();

    /** Whether the channel may ask there. */
    protected abstract boolean isThePlatforms(URI url);

    private RecordingDownload leadingTo(String address, Answer atLast) {
        return new RecordingDownload(url -> platform(url, address).orElse(atLast));
    }

    private Media fetch(String address, RecordingDownload download) {
        return channel(Settings.all()).fetch(fileAt(address), download);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x.png",
                "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "http://127.0.0.1:9001/2018-06-01/runtime/invocation/next",
                "http://localhost:2773/systemsmanager",
                "https://[::1]/",
                "https://10.0.0.1/",
                "file:///etc/passwd",
                "ftp://scontent.fbcdn.net/x",
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://fbcdn.net.evil.example/x",
                "https://evil.example/fbcdn.net",
                "https://evilfbcdn.net/x",
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://user:word@lookaside.fbsbx.com/x",
                "https://api.twilio.com.evil.example/x",
                "https://s3-external-1.amazonaws.com/somebody-elses-bucket/x",
                "https://s3-external-1.amazonaws.com/media.twiliocdn.com/../somebody-elses-bucket/x",
                "http://graph.test.evil.example/x",
                "http://graph.test:81/x",
                "//evil.example/x",
                "evil.example",
                "../../../etc/passwd",
                "javascript:alert(1)",
                "https://",
                " ",
                "\\\\evil.example\\x"
            })
    void asks_nobody_but_the_platform_for_a_file(String elsewhere) {
        var download = leadingTo(elsewhere, RecordingDownload.picture());

        fetch(elsewhere, download);

        assertThat(download.asked()).allSatisfy(asked -> assertThat(isThePlatforms(asked.url()))
                .as("%s", asked.url())
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/x.png", "http://169.254.169.254/", "http://127.0.0.1:9001/x"})
    void follows_no_redirect_to_somebody_else(String elsewhere) {
        var download = leadingTo(itsOwnAddress(), new Answer.Elsewhere(URI.create(elsewhere)));

        assertThat(fetch(itsOwnAddress(), download)).isInstanceOf(Media.Refused.class);
        assertThat(download.asked()).allMatch(asked -> isThePlatforms(asked.url()));
    }

    @Test
    void follows_no_redirect_for_ever() {
        var download = leadingTo(itsOwnAddress(), new Answer.Elsewhere(URI.create(itsOwnAddress())));

        assertThat(fetch(itsOwnAddress(), download)).isInstanceOf(Media.Refused.class);
        assertThat(download.asked()).hasSizeLessThan(7);
    }

    @Test
    void shows_credentials_to_no_address_that_a_redirect_names() {
        var redirected = URI.create(itsOwnAddress() + "/again");
        var download = new RecordingDownload(url -> url.equals(redirected)
                ? RecordingDownload.picture()
                : platform(url, itsOwnAddress()).orElse(new Answer.Elsewhere(redirected)));

        assertThat(fetch(itsOwnAddress(), download)).isInstanceOf(Media.Found.class);
        assertThat(download.asked().getLast().url()).isEqualTo(redirected);
        assertThat(download.asked().getLast().headers()).isEmpty();
    }

    @Test
    void gets_the_file() {
        var download = leadingTo(itsOwnAddress(), RecordingDownload.picture());

        assertThat(fetch(itsOwnAddress(), download)).isInstanceOfSatisfying(Media.Found.class, found -> {
            assertThat(found.bytes()).containsExactly(1, 2, 3);
            assertThat(found.type()).isEqualTo("image/png");
        });
    }

    @Test
    void says_that_the_platform_has_it_no_longer_and_what_to_do() {
        for (var status : new int[] {404, 410, 403}) {
            assertThat(fetch(itsOwnAddress(), leadingTo(itsOwnAddress(), new Answer.Denied(status, ""))))
                    .isInstanceOfSatisfying(
                            Media.Gone.class, gone -> assertThat(gone.why()).contains("Ask for it again"));
        }
        assertThat(fetch(itsOwnAddress(), new RecordingDownload(url -> new Answer.Denied(404, "{}"))))
                .isInstanceOf(Media.Gone.class);
    }

    @Test
    void tries_later_what_the_platform_cannot_give_now() {
        for (var answer : new Answer[] {
            new Answer.Denied(429, ""), new Answer.Denied(503, ""), new Answer.NoAnswer("SocketTimeoutException")
        }) {
            assertThat(fetch(itsOwnAddress(), leadingTo(itsOwnAddress(), answer)))
                    .isInstanceOf(Media.NotNow.class);
            assertThat(fetch(itsOwnAddress(), new RecordingDownload(url -> answer)))
                    .isInstanceOf(Media.NotNow.class);
        }
    }

    @Test
    void tells_the_owner_that_the_credentials_are_wrong() {
        assertThat(fetch(itsOwnAddress(), new RecordingDownload(url -> new Answer.Denied(401, "{}"))))
                .isInstanceOfSatisfying(Media.Refused.class, refused -> assertThat(refused.why())
                        .contains("401"));
    }

    @Test
    void does_not_take_more_than_it_says() {
        assertThat(fetch(itsOwnAddress(), leadingTo(itsOwnAddress(), new Answer.TooLarge())))
                .isInstanceOfSatisfying(Media.TooLarge.class, large -> assertThat(large.mostBytes())
                        .isBetween(1L, (long) Media.MOST_BYTES));
    }
}
