package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.web.VisitorToken;
import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedTextTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final ConversationId ANA = ConversationId.parse("whatsapp:106:34600111222");

    private final SignedText media = new SignedText(Settings.all(), "media");
    private final String signed = media.sign("1|0|ana", NOW.plusSeconds(10)).orElseThrow();

    @Test
    void comes_back_as_it_was_until_its_time_is_over() {
        assertThat(media.verify(signed, NOW)).contains("1|0|ana");
        assertThat(media.verify(signed, NOW.plusSeconds(10))).isEmpty();
    }

    @Test
    void is_nothing_once_it_was_changed_anywhere() {
        for (var at = 0; at < signed.length(); at++) {
            var other = signed.charAt(at) == 'A' ? 'B' : 'A';
            var changed = signed.substring(0, at) + other + signed.substring(at + 1);
            assertThat(media.verify(changed, NOW)).as(changed).isEmpty();
        }
        assertThat(media.verify("", NOW)).isEmpty();
        assertThat(media.verify(".", NOW)).isEmpty();
        assertThat(media.verify(signed + "A", NOW)).isEmpty();
    }

    @Test
    void is_good_for_its_own_purpose_only() {
        var tokens = new VisitorToken(Settings.all());
        var token = tokens.issue(ANA, NOW).orElseThrow();
        assertThat(new SignedText(Settings.all(), "upload").verify(signed, NOW)).isEmpty();
        assertThat(media.verify(token.substring(token.indexOf('.') + 1), NOW)).isEmpty();
        assertThat(tokens.verify("v1." + signed, NOW)).isEmpty();
    }

    @Test
    void goes_through_a_change_of_secrets() {
        assertThat(new SignedText(Settings.whileSecretsChange(), "media").verify(signed, NOW))
                .isPresent();
    }

    @Test
    void is_not_made_and_not_believed_without_a_secret() {
        var without = new SignedText(name -> Optional.of(""), "media");
        assertThat(without.sign("x", NOW)).isEmpty();
        assertThat(without.verify(signed, NOW)).isEmpty();
    }

    @Test
    void links_to_one_file_and_is_the_same_link_for_an_hour() {
        var links = new MediaLink(Settings.all());
        var file = new MediaLink.Which(ANA, 7, 1);
        var href = links.to(file, NOW, MediaLink.FOR_AGENTS).orElseThrow();

        assertThat(href).matches("/media/[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
        assertThat(links.read(href.substring(MediaLink.PATH.length()), NOW)).contains(file);
        assertThat(links.to(file, NOW.plus(Duration.ofMinutes(29)), MediaLink.FOR_AGENTS))
                .contains(href);
        assertThat(links.to(file, NOW.plus(Duration.ofMinutes(30)), MediaLink.FOR_AGENTS))
                .isNotEqualTo(Optional.of(href));
        assertThat(links.read(href.substring(MediaLink.PATH.length()), NOW.plus(Duration.ofHours(2))))
                .isEmpty();
    }
}
