package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.List;

/** Finds entities of one kind. */
@FunctionalInterface
interface EntityFinder {

    /**
     * @param text at most {@link Entities#MOST_CHARACTERS} long
     * @param context what is expected and which language is spoken
     */
    List<Entity> find(String text, Context context);

    /**
     * @param language BCP 47; empty if unknown
     * @param expected the entity type that was asked for; empty if none
     */
    record Context(String language, String expected) {}
}
