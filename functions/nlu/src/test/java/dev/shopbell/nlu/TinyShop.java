package dev.shopbell.nlu;

import dev.shopbell.nlu.entity.EntitySpec;
import dev.shopbell.nlu.model.NluModel;
import dev.shopbell.nlu.train.Example;
import dev.shopbell.nlu.train.ModelTrainer;
import dev.shopbell.nlu.train.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A florist of six intents in two languages, small enough to learn in a blink. */
public final class TinyShop {
    private static final Map<String, String> ENGLISH = Map.of(
            "hours",
                    "when are you open|what are your opening hours|are you open on monday|what time do you close|until when are you open today",
            "order_status",
                    "where is my order|track my order|has my order been sent|order status please|my order has not arrived",
            "returns",
                    "I want to return the flowers|can I send them back|I want my money back|the roses were broken|refund please",
            "prices", "how much is a bouquet|what do roses cost|price of tulips please|how expensive is it|price list",
            "person",
                    "talk to a person|I want to speak to a human|let me talk to an agent|connect me with someone|real person please",
            "hello", "hello|hi there|good morning|hey|good evening");
    private static final Map<String, String> SPANISH = Map.of(
            "hours",
                    "cuándo abrís|qué horario tenéis|abrís el lunes|a qué hora cerráis|hasta qué hora estáis abiertos hoy",
            "order_status",
                    "dónde está mi pedido|seguir mi pedido|ya se ha enviado mi pedido|estado del pedido por favor|mi pedido no ha llegado",
            "returns",
                    "quiero devolver las flores|puedo devolverlas|quiero que me devolváis el dinero|las rosas estaban rotas|reembolso por favor",
            "prices",
                    "cuánto cuesta un ramo|cuánto valen las rosas|precio de los tulipanes|es muy caro|lista de precios",
            "person",
                    "hablar con una persona|quiero hablar con un humano|pásame con un agente|ponme con alguien|una persona de verdad por favor",
            "hello", "hola|buenos días|buenas tardes|hola qué tal|buenas noches");

    private TinyShop() {}

    /** Its examples, in an order that does not depend on chance. */
    public static TrainingSet examples() {
        var examples = new LinkedHashMap<String, List<Example>>();
        examples.put("en", rows(ENGLISH));
        examples.put("es", rows(SPANISH));
        var entities = new EntitySpec(
                "Europe/Madrid",
                "ES",
                Map.of("order_number", "\\b\\d{4}\\b"),
                Map.of("flower", Map.of("rose", List.of("rosa"), "tulip", List.of("tulipán"))));
        return new TrainingSet(examples, entities, Map.of("order_status", "find_order"), true);
    }

    private static final class Learned {
        static final NluModel MODEL = learn();
    }

    /** What it learns, once for all tests. */
    public static NluModel model() {
        return Learned.MODEL;
    }

    /** Learned anew at each call. */
    public static NluModel learn() {
        return new ModelTrainer(progress -> {}).train(examples(), List.of());
    }

    private static List<Example> rows(Map<String, String> phrases) {
        var rows = new ArrayList<Example>();
        phrases.keySet().stream().sorted().forEach(intent -> {
            for (var phrase : phrases.getOrDefault(intent, "").split("\\|", -1)) {
                rows.add(new Example(phrase, intent));
            }
        });
        return rows;
    }
}
