package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Wish;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies in queues while a new version is deployed: these lines may be added to, never changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailCodecTest {

    private static final Instant SENT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2026-11-22T09:00:01.250Z");
    private static final ConversationId ANA = ConversationId.parse("whatsapp:106540352242922:34600111222");
    private static final MessageId ID = new MessageId("whatsapp:wamid.1");

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("""
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z","name":"Ana",\
                        "type":"text","text":"¿Cuándo abrís? 🥐"}""", said(new InboundMessage.Text(ID, ANA, "¿Cuándo abrís? 🥐"), "Ana")),
                Arguments.of("""
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z",\
                        "type":"choice","value":"intent:prices","title":"Prices"}""", said(new InboundMessage.Choice(ID, ANA, "intent:prices", "Prices"), "")),
                Arguments.of("""
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z",\
                        "type":"consent","wish":"STOP","text":"Baja","answered":false,"alias":"ES.1349"}""", said(new InboundMessage.Consent(ID, ANA, Wish.STOP, "Baja", false, "ES.1349"), "")),
                Arguments.of("""
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z",\
                        "type":"unsupported","kind":"sticker","caption":""}""", said(new InboundMessage.Unsupported(ID, ANA, "sticker", ""), "")),
                Arguments.of(
                        """
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z",\
                        "type":"unsupported","kind":"document","caption":"","files":[["document","Tarta.pdf",\
                        "application/pdf","4711"]]}""",
                        said(
                                new InboundMessage.Unsupported(
                                        ID,
                                        ANA,
                                        "document",
                                        "",
                                        List.of(new Attachment("document", "Tarta.pdf", "application/pdf", "4711"))),
                                "")),
                Arguments.of(
                        """
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","sentAt":"2026-11-22T09:00:00Z",\
                        "type":"text","text":"Look","files":[["image","","","https://scontent.xx.fbcdn.net/1.jpg"]]}""",
                        said(
                                new InboundMessage.Text(
                                        ID,
                                        ANA,
                                        "Look",
                                        List.of(new Attachment(
                                                "image", "", "", "https://scontent.xx.fbcdn.net/1.jpg"))),
                                "")),
                Arguments.of(
                        """
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","type":"agent-said","ticket":"T-7KQ2M9XA",\
                        "agent":"eva@example.com","text":"It is on its way."}""",
                        new Mail.AgentSaid(ID, ANA, "T-7KQ2M9XA", "eva@example.com", "It is on its way.", RECEIVED)),
                Arguments.of("""
                        {"v":1,"id":"whatsapp:wamid.1","conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","type":"handed-back","ticket":"T-7KQ2M9XA",\
                        "agent":"eva@example.com"}""", new Mail.HandedBack(ID, ANA, "T-7KQ2M9XA", "eva@example.com", RECEIVED)),
                Arguments.of("""
                        {"v":1,"id":"failed:whatsapp:106540352242922:34600111222#7.1",\
                        "conversation":"whatsapp:106540352242922:34600111222",\
                        "receivedAt":"2026-11-22T09:00:01.250Z","type":"reply-failed",\
                        "reply":"whatsapp:106540352242922:34600111222#7.1","remedy":"SEND_AGAIN"}""", new Mail.ReplyFailed(new ReplyId(ANA, 7, 1), Remedy.SEND_AGAIN, RECEIVED)));
    }

    private static Mail said(InboundMessage message, String name) {
        return new Mail.CustomerSaid(message, SENT, RECEIVED, name);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void writes_what_it_always_wrote(String json, Mail mail) {
        assertThat(MailCodec.write(mail)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void reads_what_it_always_wrote(String json, Mail mail) {
        assertThat(MailCodec.read(json)).isEqualTo(mail);
    }

    @Test
    void refuses_a_version_yet_to_come_for_good_rather_than_guess() {
        assertThatThrownBy(() -> MailCodec.read("{\"v\":2,\"type\":\"text\"}"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void refuses_what_is_no_mail_without_quoting_it() {
        assertThatThrownBy(() -> MailCodec.read("secret words"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageNotContaining("secret");
    }
}
