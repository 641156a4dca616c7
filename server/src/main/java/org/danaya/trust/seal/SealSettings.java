package org.danaya.trust.seal;

import java.util.List;
import org.danaya.base.Setting;
import org.danaya.trust.signature.SignatureLevel;

/** The limits of seals. */
public final class SealSettings {

    /** How many documents may be sealed for one structure in a day of UTC. */
    public static final Setting<Integer> PER_DAY =
            Setting.number("seal.most-per-day", 1, 100_000_000, 10_000);

    /** How many documents are sealed at once. */
    public static final Setting<Integer> AT_ONCE = Setting.number("seal.at-once", 1, 256, 4);

    /** How many bytes of answers are kept for one API key, so that its program can ask again. */
    public static final Setting<Long> ANSWERS = Setting.bytes("seal.answers-per-key", "2g");

    /** The highest level that is made where none is asked for, as far as services allow it. */
    public static final Setting<SignatureLevel> LEVEL =
            Setting.choice("seal.level", SignatureLevel.class, SignatureLevel.LTA);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(PER_DAY, AT_ONCE, ANSWERS, LEVEL);

    private SealSettings() {}
}
