package dev.shopbell.handover;

import dev.shopbell.platform.Bucket;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The files in the bucket. */
record KeptFiles(Bucket bucket) implements OpenMedia.Store {

    @Override
    public Optional<FileType> look(String key) {
        return bucket.peek(key).map(glimpse -> FileType.of(glimpse.start(), glimpse.type()));
    }

    @Override
    public void put(String key, String type, byte[] bytes) {
        bucket.put(key, type, bytes);
    }

    @Override
    public void put(String key, String type, InputStream content, long length) {
        bucket.put(key, type, content, length);
    }

    @Override
    public URI address(String key, FileType type, String disposition, Duration life) {
        return bucket.presignGet(key, type.contentType(), disposition, life);
    }
}
