package org.danaya.log;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log publishes: part of readiness. */
@Component("logHealthIndicator")
final class LogHealth implements HealthIndicator {

    private final SequencerLoop loop;

    LogHealth(SequencerLoop loop) {
        this.loop = loop;
    }

    @Override
    public Health health() {
        return switch (loop.state()) {
            case SequencerState.Running() -> Health.up().build();
            case SequencerState.Standby() -> Health.up().withDetail("sequencer", "standby").build();
            case SequencerState.Failing(String _) ->
                    Health.up().withDetail("sequencer", "failing").build();
            case SequencerState.Halted(Halt halt) ->
                    Health.outOfService().withDetail("halted", halt.reason().code()).build();
        };
    }
}
