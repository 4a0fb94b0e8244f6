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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThingsInAMessageTest {
    private static final Entities ENTITIES = new Entities(
            new EntitySpec(
                    "Europe/Madrid",
                    "ES",
                    Map.of("order_number", EntitySpec.ORDER_NUMBER, "coupon", "\\b[A-Z]{3}\\d{2}\\b"),
                    Map.of(
                            "city",
                            Map.of("Madrid", List.of(), "Sevilla", List.of("Seville")),
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two croisants please            | croissant
            2 crossants                     | croissant
            un cruasna                      | croissant
            carot cake                      | carrot cake
            tarta de zanahroia              | carrot cake
            CARROT CAKES                    | carrot cake
            """)
    void on_a_list_are_found_with_one_slip(String text, String value) {
        assertThat(ENTITIES.find(text, "", ""))
                .filteredOn("type", "product")
                .extracting("value")
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"crescent moon", "rack of lamb", "a lake", "make it", "parrot lake", "rocissant", "croxxssant"})
    void on_a_list_are_not_found_in_other_words(String text) {
        assertThat(ENTITIES.find(text, "", "")).extracting("type").doesNotContain("product");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from Madrid to Sevilla                   | Madrid from, Sevilla to
            to Seville from Madrid                   | Sevilla to, Madrid from
            de Madrid a Sevilla                      | Madrid from, Sevilla to
            von Madrid nach Sevilla                  | Madrid from, Sevilla to
            da Madrid a Siviglia, no: Sevilla        | Madrid '', Sevilla ''
            envío a Sevilla                          | Sevilla ''
            deliver to Sevilla                       | Sevilla to
            Madrid and Sevilla                       | Madrid '', Sevilla ''
            """)
    void play_the_part_that_the_words_before_them_say(String text, String parts) {
        assertThat(ENTITIES.find(text, "", ""))
                .filteredOn("type", "city")
                .extracting(city -> city.value() + " " + (city.role().isEmpty() ? "''" : city.role()))
                .containsExactly(parts.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I live at 221b Baker Street, London NW1 6XE      | 221b Baker Street, London NW1 6XE
            send it to 10 Downing St, SW1A 2AA London please | 10 Downing St, SW1A 2AA London
            vivo en Calle Mayor 5, 28013 Madrid              | Calle Mayor 5, 28013 Madrid
            calle de la princesa, 12                         | calle de la princesa 12
            12 rue de la Paix, 75002 Paris                   | 12 rue de la Paix, 75002 Paris
            5 bis, avenue Victor Hugo                        | 5 bis avenue Victor Hugo
            Hauptstraße 7, 10115 Berlin                      | Hauptstraße 7, 10115 Berlin
            Berliner Str. 12a                                | Berliner Str. 12a
            via Roma 3, 00184 Roma                           | via Roma 3, 00184 Roma
            Rua Augusta, 100, 1000-001 Lisboa                | Rua Augusta 100, 1000-001 Lisboa
            """)
    void that_are_addresses_have_street_number_and_town(String text, String value) {
        assertThat(ENTITIES.find(text, "", ""))
                .filteredOn("type", "address")
                .extracting("value")
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have 5 items in the street",
                "5 minutes drive",
                "en la calle hace 5 grados",
                "via email 3",
                "Hering 5 Stück",
                "20 place",
                "the way",
                "2 way"
            })
    void that_are_no_addresses_are_left_alone(String text) {
        assertThat(ENTITIES.find(text, "", "")).extracting("type").doesNotContain("address");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB | +44 (0)20 7946 0958      | +442079460958
            GB | 020 7946 0958            | +442079460958
            DE | ruf 0171 2345678 an      | +491712345678
            DE | 030/901820               | +4930901820
            FR | 06 12 34 56 78           | +33612345678
            US | (212) 555-0187           | +12125550187
            IT | 06 6982 1234             | +390669821234
            BR | (11) 96123-4567          | +5511961234567
            PT | 912 345 678              | +351912345678
            '' | +34 612 345 678          | +34612345678
            DE | order 1042 1043          | ''
            '' | 612 345 678              | ''
            ES | 12345678901234567890     | ''
            ES | +999 12345678            | ''
            """)
    void that_are_phones_are_written_in_full(String region, String text, String value) {
        var entities = new Entities(new EntitySpec("UTC", region, Map.of(), Map.of()), Clock.systemUTC());

        assertThat(entities.find(text, "", ""))
                .filteredOn("type", "phone")
                .extracting("value")
                .isEqualTo(value.isEmpty() ? List.of() : List.of(value));
    }

    @Test
    void that_were_counted_are_numbers_before_a_list_word_or_where_one_was_asked_for() {
        assertThat(ENTITIES.find("seven croissants", "en", ""))
                .extracting("type", "value")
                .contains(org.assertj.core.groups.Tuple.tuple("number", "7"));
        assertThat(ENTITIES.find("seven", "en", "")).isEmpty();
        assertThat(ENTITIES.find("two dozen", "en", "number"))
                .extracting("value")
                .containsExactly("24");
        assertThat(ENTITIES.find("a twenty-five", "en", "number"))
                .extracting("value")
                .contains("25");
    }
}
