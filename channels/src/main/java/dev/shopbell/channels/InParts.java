package dev.shopbell.channels;

import java.util.List;

/** Sends what takes several requests, and tells how far it came. */
public final class InParts {

    /** In place of a count of parts: all but the last, which alone carries the reply's id, so that its fate alone is known. */
    public static final int ALL_BUT_THE_LAST = Integer.MAX_VALUE;

    private InParts() {}

    /** Sends one part. */
    public interface Sender<P> {

        /** @param last whether it is the reply's last part, which carries the reply's id: its fate is that of the reply */
        SendOutcome send(P part, boolean last);
    }

    /**
     * Sends part after part, and stops at the first that does not go out.
     *
     * @param fromPart the first to send, from 0: those before it are known to be through; or {@link #ALL_BUT_THE_LAST}
     * @return how the last part that was sent fared, with the count of those that are through
     */
    public static <P> SendOutcome send(List<P> parts, int fromPart, Sender<P> sender) {
        if (parts.isEmpty()) {
            return new SendOutcome.GiveUp("empty", "A reply without words");
        }
        SendOutcome outcome = new SendOutcome.Accepted("");
        for (int part = fromPart == ALL_BUT_THE_LAST ? parts.size() - 1 : fromPart; part < parts.size(); part++) {
            outcome = sender.send(parts.get(part), part == parts.size() - 1);
            if (!(outcome instanceof SendOutcome.Accepted)) {
                return after(part, outcome);
            }
        }
        return outcome;
    }

    private static SendOutcome after(int through, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.TryAgain later -> new SendOutcome.TryAgain(later.after(), later.code(), through);
            case SendOutcome.Unknown open -> new SendOutcome.Unknown(open.reason(), through);
            case SendOutcome.Accepted accepted -> accepted;
            case SendOutcome.GiveUp never -> never;
            case SendOutcome.WindowClosed closed -> closed;
        };
    }
}
