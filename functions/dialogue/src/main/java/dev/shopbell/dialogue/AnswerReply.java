package dev.shopbell.dialogue;

import dev.shopbell.channels.Network;
import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.Reply;
import dev.shopbell.definition.Attached;
import java.util.ArrayList;
import java.util.List;

/** Puts what an answer shows beside its words. */
final class AnswerReply {

    private final Wording wording;

    AnswerReply(Wording wording) {
        this.wording = wording;
    }

    Reply of(String words, Attached attached, Memory memory, ConversationId to) {
        var language = memory.language();
        var template = attached.template();
        if (template != null) {
            var filled = new FilledTemplate(wording, template).of(words, memory);
            var isKnown =
                    template.channels().contains(Network.of(to).value()) && Network.knowsTemplate(to, template.name());
            return isKnown ? filled : filled.inOwnWords();
        }
        var media = attached.media();
        if (media != null) {
            return new Reply.Media(
                    words, media.kind(), media.url(), media.name().in(language));
        }
        var place = attached.place();
        if (place != null) {
            return new Reply.Place(
                    words,
                    place.latitude(),
                    place.longitude(),
                    place.name().in(language),
                    place.address().in(language));
        }
        var form = attached.form();
        if (form != null) {
            return new Reply.Form(words, form.id(), form.title().in(language), form.url());
        }
        return new Reply.Cards(
                words,
                attached.cards().stream().map(card -> card(card, language)).toList());
    }

    private Card card(Attached.Card card, String language) {
        var buttons = new ArrayList<Button>();
        for (var button : card.buttons()) {
            if (button.intent().isEmpty()) {
                buttons.add(new Link(button.title().in(language), button.url()));
            } else {
                buttons.addAll(wording.intentOptions(List.of(button.intent()), language));
            }
        }
        return new Card(card.title().in(language), card.subtitle().in(language), card.image(), buttons);
    }
}
