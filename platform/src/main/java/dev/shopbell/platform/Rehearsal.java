package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.NoSuchAlgorithmException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * A harmless run of a function's whole way: before SnapStart takes its snapshot, so that a restored environment has warm
 * classes and code, and when a class archive is made for the laptop.
 *
 * <p>Two events concern it, neither of which the outside can send: {@code {"wake":true}} only starts an environment,
 * {@code {"rehearse":true}} rehearses.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda developer guide,
 *     "Lambda SnapStart runtime hooks for Java"</a>
 */
public final class Rehearsal implements Resource {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());

    private final Runnable run;

    private Rehearsal(Runnable run) {
        this.run = run;
    }

    /** Registers the run for the moment before the snapshot. Keep the result: the registry itself holds it weakly. */
    public static Rehearsal beforeSnapshot(Runnable run) {
        var rehearsal = new Rehearsal(run);
        Core.getGlobalContext().register(rehearsal);
        return rehearsal;
    }

    /** Whether the event is one of the two, and no work. */
    public boolean isCalledBy(JsonNode event) {
        return event.path("wake").asBoolean() || event.path("rehearse").asBoolean();
    }

    /** Rehearses if asked to. */
    public JsonNode answer(JsonNode event) {
        if (event.path("rehearse").asBoolean()) {
            rehearse();
        }
        return Json.object().put("awake", true);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearse();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing to renew: connections are opened at need, and settings are read after the restore.
    }

    private void rehearse() {
        try {
            SSLContext.getDefault(); // reads the JDK's trust store, a fifth of a second of a first https request
            run.run();
        } catch (RuntimeException | NoSuchAlgorithmException e) {
            // A cold first request is slower, not wrong; a function that cannot be deployed would be.
            LOG.log(Level.WARNING, "The rehearsal failed; the first request will be slower", e);
        }
    }
}
