package dev.shopbell.nlu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherExportsTest {
    private final Foreign files;

    OtherExportsTest(@TempDir Path folder) {
        this.files = new Foreign(folder);
    }

    @Test
    void qnabots_questions_become_intents() throws Exception {
        var done = files.with("qna.json", """
                        {"qna": [
                          {"qid": "Ferry.Times", "type": "qna",
                           "q": ["when does the ferry leave", "ferry times", "next boat"], "a": "Every hour.",
                           "alt": {"markdown": "", "ssml": ""}, "l": "", "args": [""]},
                          {"qid": "Ferry.Dogs", "type": "qna", "q": ["can my dog come"], "a": "Yes, {{name}}!",
                           "l": "arn:aws:lambda:eu-west-1:123456789012:function:dogs",
                           "r": {"title": "Dog", "imageUrl": "https://example.org/d.png"}},
                          {"qid": "island", "type": "slottype",
                           "slotTypeValues": [{"samplevalue": "Juist", "synonyms": "Töwerland, the long one"}]},
                          {"qid": "Quiz.1", "type": "quiz", "question": "?"}
                        ]}
                        """).imported(Format.QNABOT, "en");

        assertThat(done.examples("ferry_times", "en"))
                .containsExactly("when does the ferry leave", "ferry times", "next boat");
        assertThat(done.answer("ferry_times", "en")).isEqualTo("Every hour.");
        assertThat(done.entity("island").values()).containsEntry("Juist", List.of("Töwerland", "the long one"));
        assertThat(done.told())
                .anyMatch(left -> left.startsWith("qna.json:6: \"l\" of \"Ferry.Dogs\""))
                .anyMatch(left -> left.startsWith("qna.json:7: \"r\""))
                .anyMatch(left -> left.contains("\"Quiz.1\" is of the type \"quiz\""))
                .noneMatch(left -> left.contains("\"args\""));
    }

    @Test
    void a_file_called_after_a_language_is_in_it_and_others_are_in_the_named_one() throws Exception {
        var item = "{\"qna\": [{\"qid\": \"x\", \"q\": [\"a b\", \"c d\", \"e f\"], \"a\": \"g\"}]}";
        var done = files.with("qa.json", item).with("pt-BR.json", item).imported(Format.QNABOT, "es");

        assertThat(done.bot().languages()).containsExactly("es", "pt");
        assertThat(done.bot().phoneRegion()).isEqualTo("BR");
    }

    @Test
    void a_dialogflow_agent_comes_with_its_languages() throws Exception {
        var done = files.with("agent.json", """
                        {"language": "de", "supportedLanguages": ["en"], "defaultTimezone": "Europe/Berlin",
                         "displayName": "Kiosk"}
                        """)
                .with("package.json", "{\"version\": \"1.0.0\"}")
                .with("intents/Buy Paper.json", """
                        {"name": "Buy Paper", "webhookUsed": true, "responses": [{"messages": [
                          {"type": 0, "lang": "de", "speech": ["Zwei Euro.", "2 €."]},
                          {"type": "0", "lang": "en", "speech": "Two euros."},
                          {"type": 1, "lang": "en", "title": "card"}],
                          "parameters": [{"name": "paper", "required": true}]}]}
                        """)
                .with("intents/Buy Paper_usersays_de.json", """
                        [{"data": [{"text": "ich will die "}, {"text": "Zeitung", "meta": "@paper"}], "isTemplate": false},
                         {"data": [{"text": "was kostet die Post"}]}, {"data": [{"text": "eine Zeitung bitte"}]},
                         {"data": [{"text": "@paper:paper kaufen"}], "isTemplate": true}]
                        """)
                .with("intents/Buy Paper_usersays_en.json", "[{\"data\": [{\"text\": \"the paper please\"}]}]")
                .with("intents/Lost.json", "{\"name\": \"Lost\", \"fallbackIntent\": true}")
                .with("entities/paper.json", "{\"name\": \"paper\"}")
                .with(
                        "entities/paper_entries_de.json",
                        "[{\"value\": \"Post\", \"synonyms\": [\"Post\", \"Morgenpost\"]}]")
                .with("entities/plate.json", "{\"name\": \"plate\", \"isRegexp\": true}")
                .with("entities/plate_entries_de.json", "[{\"value\": \"[A-Z]{2}-\\\\d+\"}]")
                .imported(Format.DIALOGFLOW, "");

        assertThat(done.bot().languages()).containsExactly("de", "en");
        assertThat(done.bot().timeZone()).isEqualTo("Europe/Berlin");
        assertThat(done.bot().name()).isEqualTo("Kiosk");
        assertThat(done.examples("buy_paper", "de"))
                .containsExactly("ich will die Zeitung", "was kostet die Post", "eine Zeitung bitte");
        assertThat(done.answer("buy_paper", "de")).isEqualTo("Zwei Euro.");
        assertThat(done.answer("buy_paper", "en")).isEqualTo("Two euros.");
        assertThat(done.entity("paper").values()).containsEntry("Post", List.of("Morgenpost"));
        assertThat(done.entity("plate").pattern()).isEqualTo("[A-Z]{2}-\\d+");
        assertThat(done.told())
                .anyMatch(left -> left.contains("is a template"))
                .anyMatch(left -> left.contains("\"webhookUsed\""))
                .anyMatch(left -> left.contains("asks for \"paper\""))
                .anyMatch(left -> left.contains("more than words"))
                .anyMatch(left -> left.startsWith("intents/Lost.json:1: "));
    }

    @Test
    void lex_v2_fills_its_blanks() throws Exception {
        var done = files.with("Manifest.json", "{\"metaData\": {}}")
                .with("Garage/Bot.json", "{\"name\": \"Garage\"}")
                .with("Garage/BotLocales/en_GB/BotLocale.json", "{\"identifier\": \"en_GB\"}")
                .with("Garage/BotLocales/en_GB/Intents/BookRepair/Intent.json", """
                        {"name": "BookRepair", "sampleUtterances": [{"utterance": "repair my {Part}"},
                          {"utterance": "{Part} broken, come on {Day}"}, {"utterance": "book a repair"}],
                         "fulfillmentCodeHook": {"enabled": true},
                         "intentClosingSetting": {"closingResponse": {"messageGroupList": [
                           {"message": {"plainTextMessage": {"value": "Booked."}}}]}}}
                        """)
                .with(
                        "Garage/BotLocales/en_GB/Intents/BookRepair/Slots/Part/Slot.json",
                        "{\"name\": \"Part\", \"slotTypeName\": \"CarPart\"}")
                .with(
                        "Garage/BotLocales/en_GB/Intents/BookRepair/Slots/Day/Slot.json",
                        "{\"name\": \"Day\", \"slotTypeName\": \"AMAZON.Date\"}")
                .with(
                        "Garage/BotLocales/en_GB/Intents/FallbackIntent/Intent.json",
                        "{\"name\": \"FallbackIntent\", \"parentIntentSignature\": \"AMAZON.FallbackIntent\"}")
                .with("Garage/BotLocales/en_GB/SlotTypes/CarPart/SlotType.json", """
                        {"name": "CarPart", "slotTypeValues": [{"sampleValue": {"value": "brake"},
                         "synonyms": [{"value": "brakes"}]}]}
                        """)
                .imported(Format.LEX, "");

        assertThat(done.bot().name()).isEqualTo("Garage");
        assertThat(done.bot().phoneRegion()).isEqualTo("GB");
        assertThat(done.examples("book_repair", "en"))
                .containsExactly("repair my brake", "brake broken, come on tomorrow", "book a repair");
        assertThat(done.answer("book_repair", "en")).isEqualTo("Booked.");
        assertThat(done.told())
                .anyMatch(left -> left.contains("AMAZON.FallbackIntent"))
                .anyMatch(left -> left.contains("The slot \"Part\""))
                .anyMatch(left -> left.contains("called a function"));
    }

    @Test
    void lex_v1_is_read_too() throws Exception {
        var done = files.with("v1.json", """
                        {"metadata": {"schemaVersion": "1.0", "importType": "LEX", "importFormat": "JSON"},
                         "resource": {"name": "Florist", "locale": "en-US",
                          "intents": [{"name": "OrderFlowers", "sampleUtterances": ["send {Kind}", "flowers", "order a bunch"],
                            "slots": [{"name": "Kind", "slotType": "Kinds"}],
                            "conclusionStatement": {"messages": [{"contentType": "PlainText", "content": "On their way."}]}}],
                          "slotTypes": [{"name": "Kinds", "enumerationValues": [{"value": "tulips", "synonyms": ["tulip"]}]}],
                          "abortStatement": {"messages": [{"contentType": "PlainText", "content": "Bye."}]}}}
                        """).imported(Format.LEX, "");

        assertThat(done.examples("order_flowers", "en")).containsExactly("send tulips", "flowers", "order a bunch");
        assertThat(done.answer("order_flowers", "en")).isEqualTo("On their way.");
        assertThat(done.told()).anyMatch(left -> left.contains("\"abortStatement\""));
    }

    @Test
    void a_table_may_have_quotes_and_any_order_of_columns() throws Exception {
        var done = files.with("t.csv", """
                        intent,locale,text,answer
                        hours,en,"when, exactly, are you ""open""\","Nine to
                        five."
                        hours,en,opening times
                        hours,en,are you open
                        """).imported(Format.CSV, "");

        assertThat(done.examples("hours", "en"))
                .containsExactly("when, exactly, are you \"open\"", "opening times", "are you open");
        assertThat(done.answer("hours", "en")).isEqualTo("Nine to\nfive.");
    }

    @Test
    void a_row_without_an_intent_is_told_with_its_line() {
        assertThatThrownBy(() ->
                        files.with("t.csv", "text,intent\nhello,greet\nlost\n").imported(Format.CSV, ""))
                .hasMessageContaining("t.csv:3: This is not");
        assertThatThrownBy(() ->
                        files.with("t.csv", "text,intent\n\"hello,greet\n").imported(Format.CSV, ""))
                .hasMessageContaining("t.csv:2: This quote is never closed");
    }

    @Test
    void what_is_of_another_format_is_told() {
        assertThatThrownBy(() -> files.with("a.json", "{\"x\": 1}").imported(Format.QNABOT, ""))
                .hasMessageContaining("may not be qnabot")
                .hasMessageContaining("rasa, qnabot, dialogflow, lex, csv");
        assertThatThrownBy(() -> files.with("a.json", "{\n\"x\": nope}").imported(Format.QNABOT, ""))
                .hasMessageStartingWith("a.json:2: This is not JSON");
    }
}
