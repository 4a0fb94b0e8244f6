package dev.shopbell.conversation;

import java.util.regex.Pattern;

/**
 * How Twilio names an approved template: by an id of its own, which no template at Meta can have (those are written in small letters).
 * Source: twilio.com/docs/content/content-api-resources, "Sid".
 */
public final class ContentSid {

    private static final Pattern SID = Pattern.compile("HX[0-9a-fA-F]{32}");

    private ContentSid() {}

    /** Whether a template of this name is registered with Twilio, and not with Meta itself. */
    public static boolean is(String templateName) {
        return SID.matcher(templateName).matches();
    }
}
