package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stored conversations outlive versions: the written form is fixed, and what is unknown is still words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredReplyTest {

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of(new Reply.Text("Hello"), "{\"t\":\"Hello\"}"),
                Arguments.of(
                        new Reply.Choices("Well?", List.of(new Option("yes", "Yes"))),
                        "{\"t\":\"Well?\",\"c\":[[\"yes\",\"Yes\"]]}"),
                Arguments.of(
                        new Reply.Cards(
                                "Cakes",
                                List.of(
                                        new Card(
                                                "Party",
                                                "For 12",
                                                "https://shop.example/party.jpg",
                                                List.of(
                                                        new Option("intent:prices", "Prices"),
                                                        new Link("Order", "https://shop.example/order"))),
                                        new Card("Wedding", "", "", List.of()))),
                        "{\"t\":\"Cakes\",\"k\":\"cards\",\"d\":[{\"t\":\"Party\",\"s\":\"For 12\","
                                + "\"i\":\"https://shop.example/party.jpg\",\"b\":[[\"intent:prices\",\"Prices\"],"
                                + "[\"https://shop.example/order\",\"Order\",\"url\"]]},{\"t\":\"Wedding\"}]}"),
                Arguments.of(
                        new Reply.Media("The menu", MediaKind.FILE, "https://shop.example/menu.pdf", "menu.pdf"),
                        "{\"t\":\"The menu\",\"k\":\"media\","
                                + "\"d\":[\"FILE\",\"https://shop.example/menu.pdf\",\"menu.pdf\"]}"),
                Arguments.of(
                        new Reply.Place("Here", 40.4, -3.7, "Bakery", "Calle del Horno 12"),
                        "{\"t\":\"Here\",\"k\":\"place\",\"d\":[40.4,-3.7,\"Bakery\",\"Calle del Horno 12\"]}"),
                Arguments.of(
                        new Reply.Template("Your order 7", "order_update", "en", List.of("7")),
                        "{\"t\":\"Your order 7\",\"k\":\"tpl\",\"d\":[\"order_update\",\"en\",\"7\"]}"),
                Arguments.of(
                        new Reply.Form("Book", "123", "Book now", "https://shop.example/book"),
                        "{\"t\":\"Book\",\"k\":\"form\",\"d\":[\"123\",\"Book now\",\"https://shop.example/book\"]}"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void is_written_so_and_comes_back(Reply reply, String written) throws JsonProcessingException {
        assertThat(Json.write(ReplyJson.write(List.of(reply)))).isEqualTo("[" + written + "]");
        assertThat(ReplyJson.read(Json.read("[" + written + "]"))).containsExactly(reply);
    }

    @Test
    void reads_as_its_words_where_a_newer_version_wrote_it() throws JsonProcessingException {
        var newer = Json.read(
                "[{\"t\":\"Hear this\",\"k\":\"hologram\",\"d\":[1]},{\"t\":\"None\",\"k\":\"cards\",\"d\":[]}]");

        assertThat(ReplyJson.read(newer)).containsExactly(new Reply.Text("Hear this"), new Reply.Text("None"));
    }
}
