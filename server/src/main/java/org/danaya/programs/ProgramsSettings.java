package org.danaya.programs;

import java.util.List;
import org.danaya.base.Setting;

/** The settings of API keys. */
public final class ProgramsSettings {

    /** How many requests one key may make in a minute, on average. */
    public static final Setting<Integer> REQUESTS_PER_MINUTE =
            Setting.number("programs.requests-per-minute", 1, 1_000_000, 120);

    /** How many keys that aren't over a structure may have. */
    public static final Setting<Integer> KEYS =
            Setting.number("programs.keys-per-structure", 1, 10_000, 50);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(REQUESTS_PER_MINUTE, KEYS);

    private ProgramsSettings() {}
}
