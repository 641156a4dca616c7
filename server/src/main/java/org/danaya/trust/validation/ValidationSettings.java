package org.danaya.trust.validation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The limits of checks, and what is trusted. */
public final class ValidationSettings {

    /** Certificates that are trusted: PEM or DER files. The home's {@code anchors} by default. */
    public static final Setting<Path> ANCHORS = Setting.path("validation.anchors", null);

    /** The largest file. */
    public static final Setting<Long> FILE = Setting.bytes("validation.file", "15m");

    /** The longest check. */
    public static final Setting<Duration> TIME = Setting.duration("validation.time", "60s");

    /** How many files are checked at once. */
    public static final Setting<Integer> AT_ONCE = Setting.number("validation.at-once", 1, 256, 2);

    /** How many signatures of a file are checked. */
    public static final Setting<Integer> SIGNATURES =
            Setting.number("validation.signatures", 1, 1_000, 60);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(ANCHORS, FILE, TIME, AT_ONCE, SIGNATURES);

    private ValidationSettings() {}
}
