package org.danaya.logdesk;

import java.time.Instant;
import org.danaya.log.Halt;
import org.danaya.log.LogFigures;
import org.danaya.log.SequencerState;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.jspecify.annotations.Nullable;

/** What the console shows of the log. */
public record LogStateView(LogFigures figures, SequencerState state, Instant now) {

    /** The state in a word. */
    public Tag tag() {
        return switch (state) {
            case SequencerState.Running() -> new Tag("log.state.running", Tone.SUCCESS);
            case SequencerState.Standby() -> new Tag("log.state.standby", Tone.NEUTRAL);
            case SequencerState.Failing(String _) -> new Tag("log.state.failing", Tone.WARNING);
            case SequencerState.Halted(Halt _) -> new Tag("log.state.halted", Tone.DANGER);
        };
    }

    /** Why the log signs nothing; null while it may. */
    public @Nullable Halt halt() {
        return state instanceof SequencerState.Halted(Halt halt) ? halt : figures.halt();
    }

    /** What the last turn failed with; empty where it didn't. */
    public String failure() {
        return state instanceof SequencerState.Failing(String why) ? why : "";
    }

    /** How long the oldest waiting leaf has waited, in seconds. */
    public long lagSeconds() {
        return figures.lag(now).toSeconds();
    }
}
