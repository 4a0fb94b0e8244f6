package dev.shopbell.nlu.entity;

import dev.shopbell.conversation.Understanding.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people write them; not all that RFC 5322 allows. */
final class Emails implements EntityFinder {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w.+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?![\\w-])");

    @Override
    public List<Entity> find(String text, Context context) {
        var found = new ArrayList<Entity>();
        if (text.indexOf('@') < 0) {
            return found;
        }
        var match = ADDRESS.matcher(text);
        while (match.find()) {
            found.add(new Entity(
                    Entities.EMAIL, match.group(), match.group().toLowerCase(Locale.ROOT), match.start(), match.end()));
        }
        return found;
    }
}
