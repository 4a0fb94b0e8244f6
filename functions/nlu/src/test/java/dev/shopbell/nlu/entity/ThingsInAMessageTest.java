package dev.shopbell.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThingsInAMessageTest {
    private static final Entities ENTITIES = new Entities(
            new EntitySpec(
                    "Europe/Madrid",
                    "ES",
                    Map.of("order_number", EntitySpec.ORDER_NUMBER, "coupon", "\\b[A-Z]{3}\\d{2}\\b"),
                    Map.of(
                            "product",
                            Map.of(
                                    "croissant", List.of("cruasán"),
                                    "carrot cake", List.of("tarta de zanahoria"),
                                    "cake", List.of("tarta")))),
            Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            where is order 1042                        | order_number | 1042
            #1042                                      | order_number | 1042
            my order number is 2026                    | order_number | 2026
            mi pedido es el 104255                     | order_number | 104255
            write to Ana.Lopez@Example.com please      | email        | ana.lopez@example.com
            call +34 612 345 678                       | phone        | +34612345678
            0034612345678                              | phone        | +34612345678
            mi número es 612 34 56 78                  | phone        | +34612345678
            ring me at 612-345-678.                    | phone        | +34612345678
            two CROISSANTS please                      | product      | croissant
            quiero un cruasan                          | product      | croissant
            una tarta de zanahoria                     | product      | carrot cake
            I have a code ABC12                        | coupon       | ABC12
            for 12 people                              | number       | 12
            it costs 3,50                              | number       | 3.50
            """)
    void are_found_and_normalised(String text, String type, String value) {
        assertThat(ENTITIES.find(text, "", ""))
                .anySatisfy(entity -> {
                    assertThat(entity.type()).isEqualTo(type);
                    assertThat(entity.value()).isEqualTo(value);
                    assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text());
                })
                .filteredOn(entity -> !entity.type().equals("number") || type.equals("number"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            since 2019 I buy here      | order_number
            I paid 1500 euros          | order_number
            the €1500 cake             | order_number
            call me, or not @ home     | email
            order 1042                 | phone
            """)
    void are_not_seen_where_they_are_something_else(String text, String type) {
        assertThat(ENTITIES.find(text, "", "")).extracting("type").doesNotContain(type);
    }

    @Test
    void are_taken_for_what_was_asked() {
        assertThat(ENTITIES.find("2019", "", "order_number"))
                .singleElement()
                .extracting("type")
                .isEqualTo("order_number");
        assertThat(ENTITIES.find("twelve", "en", "number"))
                .singleElement()
                .extracting("value")
                .isEqualTo("12");
        assertThat(ENTITIES.find("612345678", "", "phone"))
                .singleElement()
                .extracting("type")
                .isEqualTo("phone");
    }

    @Test
    void come_in_the_order_of_their_place_a_phrase_before_its_parts() {
        var found = ENTITIES.find("cake 1042 on Sunday at 10:30 to ana@example.com or 612345678", "en", "");

        assertThat(found)
                .extracting("type")
                .containsExactly("product", "order_number", "datetime", "date", "time", "email", "phone");
    }
}
