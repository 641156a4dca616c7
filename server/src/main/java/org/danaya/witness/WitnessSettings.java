package org.danaya.witness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;
import org.danaya.verify.CosignedMessage;

/** The settings of both sides. */
public final class WitnessSettings {

    /** The witnesses of this log and how many must cosign (C2SP tlog-policy); none where absent. */
    public static final Setting<Path> POLICY_FILE = Setting.path("log.policy-file", null);

    /** How long a checkpoint waits for its witnesses each time it asks them. */
    public static final Setting<Duration> TIMEOUT = Setting.duration("witness.timeout", "5s");

    /**
     * How long the last checkpoint that the quorum cosigned stays the published one while the
     * quorum isn't reached; then checkpoints are published without it.
     */
    public static final Setting<Duration> PATIENCE = Setting.duration("witness.patience", "15m");

    /** The name of this witness, for the role. */
    public static final Setting<String> NAME =
            new Setting<>(
                    "witness.name",
                    "host and path such as witness.example/w1, no space and no plus",
                    null,
                    false,
                    WitnessSettings::name);

    /** The logs that this witness cosigns, as lines of a C2SP tlog-policy, for the role. */
    public static final Setting<Path> LOGS_FILE = Setting.path("witness.logs-file", null);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(POLICY_FILE, TIMEOUT, PATIENCE, NAME, LOGS_FILE);

    private WitnessSettings() {}

    private static String name(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '+');
        if (!plain || !CosignedMessage.fits(text) || text.contains("://")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
