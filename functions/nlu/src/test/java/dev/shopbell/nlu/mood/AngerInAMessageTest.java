package dev.shopbell.nlu.mood;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AngerInAMessageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is the THIRD time I ask, unacceptable!!!",
                "WHERE THE HELL IS MY FUCKING ORDER",
                "you are idiots",
                "I am fed up, this is a scam",
                "esto es inaceptable, es la tercera vez que escribo",
                "sois unos ladrones, qué vergüenza",
                "estoy harta, no sirve para nada",
                "qué puta mierda de servicio"
            })
    void is_high_when_the_customer_is_furious(String text) {
        assertThat(Mood.of(text, "").anger()).isBetween(0.7, 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is ridiculous",
                "I'm still waiting!!!",
                "qué horrible",
                "nobody answers",
                "WHERE IS MY ORDER???? ANSWER ME"
            })
    void is_in_between_when_the_customer_is_annoyed(String text) {
        assertThat(Mood.of(text, "").anger()).isBetween(0.3, 0.69);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "where is my order?",
                "not bad, thank you!",
                "it is not terrible",
                "OK",
                "HELLO",
                "can I pay the second time I come",
                "hola, ¿dónde está mi pedido?",
                "muchas gracias!!",
                "scampi and class and Scunthorpe"
            })
    void is_low_when_the_customer_is_calm(String text) {
        assertThat(Mood.of(text, "").anger()).isLessThan(0.4);
    }
}
