package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What one piece of work is told, as JSON in UTF-8. */
@Component
class JobData implements Serializer {

    private static final int LIMIT_BYTES = 64 * 1024;

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] write(Object piece) {
        byte[] bytes = mapper.writeValueAsBytes(piece);
        if (bytes.length > LIMIT_BYTES) {
            throw new IllegalArgumentException("A piece of work has at most 64 KiB of data");
        }
        return bytes;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object piece) {
        return piece == null ? null : write(piece);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : mapper.readValue(bytes, type);
    }
}
