/** Other products' bots in and out: Rasa, QnABot, Dialogflow ES, Amazon Lex, tables. */
@NullMarked
package dev.shopbell.nlu.exchange;

import org.jspecify.annotations.NullMarked;
