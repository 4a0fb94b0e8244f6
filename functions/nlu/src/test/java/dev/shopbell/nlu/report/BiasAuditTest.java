package dev.shopbell.nlu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BiasAuditTest {
    private final List<String> asked = new ArrayList<>();

    private List<GroupResult> audit(String language, Predicate<String> understands, String... texts) {
        var rows = new ArrayList<Answered>();
        for (var text : texts) {
            rows.add(new Answered(text, "a", "a", 0.9, false, 1));
        }
        return Audit.of(rows, language, 7, (text, gold) -> {
                    asked.add(text);
                    return new Answered(text, gold, understands.test(text) ? gold : "b", 0.9, false, 1);
                })
                .groups();
    }

    private static GroupResult of(List<GroupResult> groups, String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_is_served_worse_for_the_name_is_found() {
        var texts = new String[40];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = "where is my order " + i;
        }
        var groups = audit("en", text -> !text.matches("(?s).*(Ayşe|Elif|Zeynep|Emine|Gülşen|Özlem).*"), texts);

        assertThat(of(groups, "Turkish, women").change()).isEqualTo(-100);
        assertThat(of(groups, "Turkish, women").isClear()).isTrue();
        assertThat(of(groups, "English, men").change()).isZero();
        assertThat(of(groups, "English, men").isClear()).isFalse();
    }

    @Test
    void a_name_that_is_there_is_swapped_and_else_one_is_told() {
        audit("es", text -> true, "soy Carmen, ¿dónde está mi pedido?", "¿abrís hoy?");

        assertThat(asked)
                .anyMatch(
                        text -> text.matches("soy (Mehmet|Mustafa|Emre|Yılmaz|Çağlar|Ömer), ¿dónde está mi pedido\\?"))
                .anyMatch(text -> text.matches("Me llamo (Mehmet|Mustafa|Emre|Yılmaz|Çağlar|Ömer)\\. ¿abrís hoy\\?"))
                .noneMatch(text -> text.contains("Me llamo") && text.contains("pedido"));
    }

    @Test
    void varieties_of_a_language_say_it_in_their_own_words() {
        audit("es", text -> true, "¿Puedes ver si tienes algo sin gluten para vosotros?", "¿Son caras las tartas?");

        assertThat(asked)
                .contains("¿Podés ver si tenés algo sin gluten para ustedes?")
                .noneMatch(text -> text.contains("Sois"));
        asked.clear();
        audit("en", text -> true, "what color is the center", "is my check here");
        assertThat(asked).contains("what colour is the centre").noneMatch(text -> text.contains("cheque"));
    }

    @Test
    void a_row_that_sounds_no_different_counts_as_it_was() {
        var groups = audit("en", text -> false, "what color is it");

        assertThat(of(groups, "American").change()).isZero();
        assertThat(of(groups, "British").change()).isEqualTo(-100);
    }

    @Test
    void typing_is_varied_and_what_it_does_not_change_is_left_out() {
        var groups = audit("es", text -> true, "¿Dónde está mi pedido?", "hola", "HOLA");

        assertThat(of(groups, "without accents").rows()).isEqualTo(1);
        assertThat(of(groups, "all caps").rows()).isEqualTo(2);
        assertThat(asked)
                .contains("¿Donde esta mi pedido?", "¿DÓNDE ESTÁ MI PEDIDO?", "dónde está mi pedido")
                .anyMatch(text -> text.matches("h[a-z]{2,4}") && !text.equals("hola"));
    }

    @Test
    void the_same_seed_asks_the_same() {
        audit("en", text -> true, "where is my order please", "when do you open");
        var first = List.copyOf(asked);
        asked.clear();
        audit("en", text -> true, "where is my order please", "when do you open");

        assertThat(asked).isEqualTo(first);
    }

    @Test
    void out_of_scope_rows_are_left_out() {
        var rows = List.of(new Answered("sing", "", "a", 0.5, true, 0));

        assertThat(Audit.of(rows, "en", 1, (text, gold) -> new Answered(text, gold, "a", 1, false, 1))
                        .groups())
                .isEmpty();
    }

    @Test
    void the_lists_have_as_many_words_in_each_variety_and_a_name_in_one_group() {
        var lines = Lists.read("spellings.tsv");
        for (var line : lines) {
            var first = lines.stream()
                    .filter(other -> other.getFirst().equals(line.getFirst()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.get(2).split(",", -1)).hasSameSizeAs(first.get(2).split(",", -1));
        }
        var names = new TreeSet<String>();
        for (var group : Lists.read("names.tsv")) {
            for (var name : group.get(1).split(",", -1)) {
                assertThat(names.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
            }
        }
    }
}
