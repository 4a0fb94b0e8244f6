package dev.shopbell.channels.road;

import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.Wish;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which people stop and start messages. A word counts only if it is the whole message: "stop" does, "stop by
 * tomorrow" does not.
 *
 * <p>On SMS the carriers' words count, all of them: there CANCEL and END stop messages by law and the carrier itself blocks
 * what follows. In chat apps only words that cannot mean anything else: there "cancel" is about an order. Sources: help.twilio.com
 * "Twilio support for opt-out keywords (SMS STOP filtering)"; docs.aws.amazon.com/sms-voice "Required opt-out keywords" (also
 * French ones); CTIA Messaging Principles and Best Practices, 5.1.3.
 */
public final class Keywords {

    private static final Set<ChannelName> CARRIERS = Set.of(new ChannelName("sms"), new ChannelName("awssms"));

    /** Where people can be told to stop writing by a word; a web page they simply leave. */
    private static final Set<ChannelName> APPS =
            Set.of(new ChannelName("whatsapp"), new ChannelName("messenger"), new ChannelName("telegram"));

    private static final Set<String> STOP_ANYWHERE = Set.of(
            "stop",
            "stop all",
            "stopall",
            "stop promotions",
            "unsubscribe",
            "opt out",
            "optout",
            "opt-out", // English
            "arret",
            "arreter",
            "desabonner",
            "stop sms", // French
            "baja",
            "darme de baja",
            "alto", // Spanish
            "abmelden",
            "stopp", // German
            "disiscrivimi",
            "cancella iscrizione", // Italian
            "descadastrar",
            "sair da lista",
            "pare"); // Portuguese

    private static final Set<String> STOP_CARRIERS = Set.of(
            "cancel",
            "end",
            "quit",
            "revoke",
            "remove",
            "td", // English
            "fin",
            "annuler", // French
            "cancelar",
            "parar",
            "salir",
            "detener", // Spanish
            "ende", // German
            "fine",
            "annulla", // Italian
            "sair"); // Portuguese

    private static final Set<String> START_ANYWHERE =
            Set.of("start", "unstop", "subscribe", "opt in", "optin", "opt-in", "alta");

    private static final Set<String> START_CARRIERS =
            Set.of("yes", "si", "oui", "commencer", "debut", "empezar", "iniciar");

    private static final Set<String> HELP_CARRIERS = Set.of("help", "info", "aide", "ayuda", "hilfe", "aiuto", "ajuda");

    /**
     * Whose words they are. English ones say nothing of who writes them: carriers and platforms print STOP, START and HELP in
     * every language.
     */
    private static final Map<String, Set<String>> LANGUAGES = Map.of(
            "fr",
            Set.of("arret", "arreter", "desabonner", "fin", "annuler", "oui", "commencer", "debut", "aide"),
            "es",
            Set.of(
                    "baja",
                    "darme de baja",
                    "alto",
                    "fin",
                    "cancelar",
                    "parar",
                    "salir",
                    "detener",
                    "alta",
                    "si",
                    "empezar",
                    "iniciar",
                    "ayuda"),
            "de",
            Set.of("abmelden", "stopp", "ende", "hilfe"),
            "it",
            Set.of("disiscrivimi", "cancella iscrizione", "fine", "annulla", "si", "aiuto"),
            "pt",
            Set.of("descadastrar", "sair da lista", "pare", "sair", "cancelar", "parar", "iniciar", "ajuda"));

    /** How Twilio writes people whose messages no carrier brings. Source: twilio.com/docs/messaging/channels. */
    private static final Pattern CHAT = Pattern.compile("whatsapp:|messenger:");

    private static final int LONGEST = 24;
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Punct}¡¿“”«»]+|[\\s\\p{Punct}“”«»]+$");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Keywords() {}

    /**
     * What the words wish, if they are such a word where they were written.
     *
     * @param person who wrote them: {@code whatsapp:+15551230000} writes in a chat, though a number's channel carries it
     */
    public static Optional<Wish> wish(ChannelName channel, String person, String text) {
        var numbered = CARRIERS.contains(channel);
        var carrier = numbered && !CHAT.matcher(person).lookingAt();
        if (text.length() > LONGEST || !(numbered || APPS.contains(channel))) {
            return Optional.empty();
        }
        var word = plain(text);
        return wishes(carrier).entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(words -> words.contains(word)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Of which languages such a word is; none for words that people of any language write, and for all others. */
    public static Set<String> languages(String text) {
        if (text.length() > LONGEST) {
            return Set.of();
        }
        var word = plain(text);
        return LANGUAGES.entrySet().stream()
                .filter(language -> language.getValue().contains(word))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Wish, Set<Set<String>>> wishes(boolean carrier) {
        return carrier
                ? Map.of(
                        Wish.STOP, Set.of(STOP_ANYWHERE, STOP_CARRIERS),
                        Wish.START, Set.of(START_ANYWHERE, START_CARRIERS),
                        Wish.HELP, Set.of(HELP_CARRIERS))
                : Map.of(Wish.STOP, Set.of(STOP_ANYWHERE), Wish.START, Set.of(START_ANYWHERE));
    }

    /** Lower case, without accents, and without marks around it: "¡Arrêt!" is "arret". */
    private static String plain(String text) {
        var bare = AROUND.matcher(text).replaceAll("");
        var letters =
                ACCENTS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(letters).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
