package org.danaya.sigma.engine;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What threads that evaluate events side by side know together of the values that came. Shared by
 * threads; what is known goes with the compiled rules that it is about.
 */
public final class Memory {

    private final Map<Engine, Known> known = Collections.synchronizedMap(new WeakHashMap<>());

    Known of(Engine engine) {
        return known.computeIfAbsent(engine, of -> new Known(of.names.size()));
    }
}
