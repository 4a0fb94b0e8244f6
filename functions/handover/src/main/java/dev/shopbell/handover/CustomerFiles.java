package dev.shopbell.handover;

import dev.shopbell.channels.Channels;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.SocketPush;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.platform.TurnTable;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Finds customers' files in the turns, and has their channels fetch them. */
final class CustomerFiles implements OpenMedia.Files {

    private static final Transport SENDS_NOTHING = (url, headers, body) -> {
        throw new IllegalStateException("handover sends nothing");
    };

    private static final SocketPush PUSHES_NOTHING = (conversation, json) -> {
        throw new IllegalStateException("handover pushes nothing");
    };

    private final TurnTable turns;
    private final Function<String, Optional<String>> settings;
    private final Download download;
    private final Clock clock;

    /** @param settings names what the channels need to fetch files */
    CustomerFiles(TurnTable turns, Function<String, Optional<String>> settings, Download download, Clock clock) {
        this.turns = turns;
        this.settings = settings;
        this.download = download;
        this.clock = clock;
    }

    @Override
    public Optional<Attachment> find(MediaLink.Which file) {
        return turns.find(file.conversation(), file.turn())
                .filter(turn -> file.index() < turn.attachments().size())
                .map(turn -> turn.attachments().get(file.index()));
    }

    /** The channels are put together here and not before: most starts of this function are for something else. */
    @Override
    public Media fetch(MediaLink.Which file, Attachment attachment, Download.Keeper large) {
        return Channels.of(settings, SENDS_NOTHING, PUSHES_NOTHING, clock)
                .named(file.conversation().channel())
                .map(channel -> channel.fetch(attachment, download.keeping(large)))
                .orElseGet(() -> new Media.Refused(
                        "There is no channel " + file.conversation().channel() + " any more."));
    }
}
