package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import java.util.List;
import java.util.Map;
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
                        new Reply.Template(
                                "Your order 7",
                                "order_update",
                                "en",
                                new TemplateFields(
                                        new TemplateFields.Picture(
                                                MediaKind.FILE, "https://shop.example/7.pdf", "bill.pdf"),
                                        List.of(
                                                new TemplateFields.Words("order", "7"),
                                                new TemplateFields.Money("total", "5 €", "EUR", 5000),
                                                new TemplateFields.Moment("day", "Friday")),
                                        List.of(
                                                new TemplateFields.Answer(new Option("intent:thanks", "Thanks")),
                                                new TemplateFields.Page("Track", "https://shop.example/", "7"),
                                                new TemplateFields.Code("CAKE10"),
                                                new TemplateFields.Flow("Rate", "t", Map.of("order", "7")),
                                                new TemplateFields.Call("Call", "+34600123456")))),
                        "{\"t\":\"Your order 7\",\"k\":\"tpl\",\"d\":[\"order_update\",\"en\",\"7\",\"5 €\",\"Friday\"],"
                                + "\"f\":{\"h\":[\"FILE\",\"https://shop.example/7.pdf\",\"bill.pdf\"],"
                                + "\"b\":[[\"text\",\"order\",\"7\"],[\"money\",\"total\",\"5 €\",\"EUR\",5000],"
                                + "[\"time\",\"day\",\"Friday\"]],\"u\":[[\"answer\",\"intent:thanks\",\"Thanks\"],"
                                + "[\"page\",\"Track\",\"https://shop.example/\",\"7\"],[\"code\",\"CAKE10\"],"
                                + "[\"flow\",\"Rate\",\"t\",{\"order\":\"7\"}],[\"call\",\"Call\",\"+34600123456\"]]}}"),
                Arguments.of(
                        new Reply.Template(
                                "Come",
                                "come",
                                "es",
                                new TemplateFields(
                                        new TemplateFields.Spot(40.4, -3.7, "Bakery", "Calle del Horno 12"),
                                        List.of(),
                                        List.of())),
                        "{\"t\":\"Come\",\"k\":\"tpl\",\"d\":[\"come\",\"es\"],"
                                + "\"f\":{\"h\":[\"place\",40.4,-3.7,\"Bakery\",\"Calle del Horno 12\"],\"b\":[],\"u\":[]}}"),
                Arguments.of(
                        new Reply.Template(
                                "Come",
                                "come",
                                "es",
                                new TemplateFields(new TemplateFields.Words("", "7"), List.of(), List.of())),
                        "{\"t\":\"Come\",\"k\":\"tpl\",\"d\":[\"come\",\"es\"],"
                                + "\"f\":{\"h\":[\"text\",\"\",\"7\"],\"b\":[],\"u\":[]}}"),
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

    @Test
    void keeps_the_place_of_a_button_that_a_newer_version_gave_a_template() throws JsonProcessingException {
        var newer =
                Json.read("[{\"t\":\"Hi\",\"k\":\"tpl\",\"d\":[\"hi\",\"en\"],\"f\":{\"h\":[\"HOLOGRAM\",\"u\",\"n\"],"
                        + "\"u\":[[\"wave\",\"Wave\"],[\"code\",\"CAKE10\"]]}}]");

        var fields = ((Reply.Template) ReplyJson.read(newer).getFirst()).fields();

        assertThat(fields.header()).isEqualTo(new TemplateFields.Picture(MediaKind.FILE, "u", "n"));
        assertThat(fields.buttons()).hasSize(2).last().isEqualTo(new TemplateFields.Code("CAKE10"));
    }
}
