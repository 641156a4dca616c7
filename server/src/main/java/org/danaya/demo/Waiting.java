package org.danaya.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.danaya.base.Fault;

/** Waits for what the platform does by itself. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Looks again and again.
     *
     * @param what is told where it doesn't come
     * @throws Fault {@link DemoFault#LATE}
     */
    static void until(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Fault(DemoFault.LATE, what);
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Fault(e, DemoFault.LATE, what);
            }
        }
    }
}
