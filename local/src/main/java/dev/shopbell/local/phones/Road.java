package dev.shopbell.local.phones;

import dev.shopbell.local.LocalServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The way from a platform to our webhooks, which on a bad day is long, doubles what it carries, and mixes it up. */
final class Road {
    /** So long what is to be mixed up is gathered. */
    private static final Duration GATHERING = Duration.ofSeconds(3);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final LocalServer server;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private List<Load> gathered = new ArrayList<>();

    Road(LocalServer server) {
        this.server = server;
    }

    /**
     * How bad it is.
     *
     * @param copies how often each delivery is made, at least 1
     * @param shuffled whether deliveries that come within three seconds arrive the last first
     */
    record Weather(int copies, Duration delay, boolean shuffled) {}

    /** What our webhook answered to one copy. */
    record Arrival(int status, String body) {}

    private record Load(Phone.Delivery delivery, int copies, CompletableFuture<List<Arrival>> arrived) {}

    /** What our webhook answers to each copy, once all have arrived. */
    CompletableFuture<List<Arrival>> carry(Phone.Delivery delivery, Weather weather) {
        var load = new Load(delivery, weather.copies(), new CompletableFuture<>());
        after(weather.delay(), () -> {
            if (weather.shuffled()) {
                gather(load);
            } else {
                unload(load);
            }
        });
        return load.arrived();
    }

    private synchronized void gather(Load load) {
        gathered.add(load);
        if (gathered.size() == 1) {
            after(GATHERING, () -> mixed().forEach(this::unload));
        }
    }

    private synchronized List<Load> mixed() {
        var mixed = gathered.reversed();
        gathered = new ArrayList<>();
        return mixed;
    }

    private void after(Duration wait, Runnable work) {
        ScheduledExecutorService clock = server.background();
        var handed = clock.schedule(() -> carriers.execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        if (handed.isCancelled()) {
            throw new IllegalStateException("The server is stopping");
        }
    }

    private void unload(Load load) {
        try {
            var arrivals = new ArrayList<Arrival>();
            for (var copy = 0; copy < load.copies(); copy++) {
                arrivals.add(post(load.delivery()));
            }
            load.arrived().complete(arrivals);
        } catch (IOException lost) {
            load.arrived().completeExceptionally(lost);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            load.arrived().completeExceptionally(stopping);
        }
    }

    private Arrival post(Phone.Delivery delivery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.baseUrl().resolve(delivery.path()))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(delivery.body()));
        delivery.headers().forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Arrival(response.statusCode(), response.body());
    }
}
