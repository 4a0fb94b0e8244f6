package dev.shopbell.definition;

import java.util.List;
import java.util.Map;

/**
 * What a bot can look up: the documents and questions of its {@code knowledge/} folder, cleaned of markup. It is data: nothing
 * in it is ever run, filled in or obeyed.
 *
 * @param documents in the order of their files
 * @param questions in the order of their files
 */
public record Knowledge(List<Document> documents, List<Question> questions) {

    /** Of a bot that has none. */
    public static final Knowledge NONE = new Knowledge(List.of(), List.of());

    public Knowledge {
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
    }

    public boolean isEmpty() {
        return documents.isEmpty() && questions.isEmpty();
    }

    /**
     * A document.
     *
     * @param file below {@code knowledge/}, with {@code /} between folders
     * @param language BCP 47, one of the bot's
     * @param url https page that is cited with its passages; empty if there is none
     */
    public record Document(String file, String language, String url, List<Section> sections) {
        public Document {
            sections = List.copyOf(sections);
        }
    }

    /**
     * The text under one heading.
     *
     * @param source what names it: {@code allergens.md#gluten}; unique in the bot
     * @param title the headings above it, the document's title first: {@code Allergens › Gluten}
     * @param paragraphs the text; the items of a list are lines of one paragraph, each beginning with {@link #ITEM}
     */
    public record Section(String source, String title, List<String> paragraphs) {
        /** What a line of a list begins with. */
        public static final String ITEM = "• ";

        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A question that is asked often.
     *
     * @param source what names it: {@code faq.yaml#do-you-sell-gift-cards}
     * @param variants other ways to ask, by language
     * @param url https page that is cited with the answer; empty if there is none
     */
    public record Question(
            String source, Texts question, Map<String, List<String>> variants, Texts answer, String url) {}
}
