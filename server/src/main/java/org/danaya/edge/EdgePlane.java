package org.danaya.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.danaya.base.Settings;
import org.danaya.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The edge as a part of the platform: it starts when all else can answer, and stops first. */
@Component
public class EdgePlane implements SmartLifecycle {

    private final Settings settings;
    private final Words words;
    private final MeterRegistry registry;
    private final SecureRandom random;
    private final List<EdgeHandler> handlers;
    private volatile @Nullable Edge edge;

    EdgePlane(
            Settings settings,
            Words words,
            MeterRegistry registry,
            SecureRandom random,
            List<EdgeHandler> handlers) {
        this.settings = settings;
        this.words = words;
        this.registry = registry;
        this.random = random;
        this.handlers = List.copyOf(handlers);
    }

    /** Where the edge listens. */
    public URI address() {
        return Objects.requireNonNull(edge, "The edge isn't started").address();
    }

    @Override
    public void start() {
        edge = Edge.start(settings, words, registry, random, handlers);
    }

    @Override
    public void stop() {
        Edge running = edge;
        if (running != null) {
            running.close();
        }
        edge = null;
    }

    @Override
    public boolean isRunning() {
        return edge != null;
    }
}
