package dev.shopbell.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTypeTest {

    private static byte[] latin1(String text) {
        return text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "\\377\\330\\377\\340, image/jpeg, image/jpeg",
        "\\211PNG\\r\\n\\032\\n, image/png, image/png",
        "\\211PNG\\r\\n\\032\\n, '', image/png",
        "\\211PNG\\r\\n\\032\\n, binary/octet-stream, image/png",
        "\\211PNG\\r\\n\\032\\n, image/jpeg, image/png", // phones mix up pictures' endings; a picture it is
        "GIF89a, image/gif, image/gif",
        "RIFF0000WEBP, image/webp, image/webp",
        "%PDF-1.7, application/pdf, application/pdf",
        "OggS0000, audio/ogg; codecs=opus, audio/ogg",
        "0000ftypisom, video/mp4, video/mp4",
        "0000ftyp3gp4, video/3gpp, video/3gpp",
        "0000ftypM4A , audio/mp4, audio/mp4",
        "0000ftypisom, audio/mp4, audio/mp4",
        "ID3, audio/mpeg, audio/mpeg",
        "#!AMR, audio/amr, audio/amr"
    })
    void shows_what_is_what_it_says(String start, String told, String type) {
        assertThat(FileType.of(latin1(start), told)).isEqualTo(new FileType(type, true));
    }

    @ParameterizedTest
    @CsvSource({
        "<html>, image/png",
        "<html>, text/html",
        "<svg xmlns=, image/svg+xml",
        "GIF89a/*, text/html", // a picture and a script at once: what it was said to be decides against it
        "GIF89a, application/javascript",
        "%PDF-1.7, image/png",
        "%PDF-1.7, text/html",
        "MZ, image/jpeg",
        "PK, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Hello, text/plain",
        "0000ftypheic, image/heic",
        "RIFF, image/webp"
    })
    void has_anything_else_saved(String start, String told) {
        assertThat(FileType.of(latin1(start), told)).isEqualTo(new FileType("application/octet-stream", false));
    }

    @Test
    void has_an_empty_file_saved() {
        assertThat(FileType.of(new byte[0], "image/png").shown()).isFalse();
    }
}
