package org.danaya.audit;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of the journal. */
public final class AuditSettings {

    /** How often the chain's head is anchored in the public log, if it has grown. */
    public static final Setting<Duration> ANCHOR_INTERVAL =
            Setting.duration("audit.anchor-interval", "15m");

    /** How long the journal keeps the addresses that requests came from. */
    public static final Setting<Duration> ADDRESS_RETENTION =
            Setting.duration("audit.address-retention", "365d");

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(ANCHOR_INTERVAL, ADDRESS_RETENTION);

    private AuditSettings() {}
}
