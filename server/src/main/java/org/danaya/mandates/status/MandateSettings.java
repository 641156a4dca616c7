package org.danaya.mandates.status;

import java.time.Duration;
import java.util.List;
import org.danaya.base.Setting;

/** The settings of mandates. */
public final class MandateSettings {

    /** How often the status lists are signed anew although nothing changed. */
    public static final Setting<Duration> STATUS_EVERY =
            Setting.duration("mandates.status-every", "5m");

    /** From the signature of a status list to the time when it should be renewed at the latest. */
    public static final Setting<Duration> STATUS_VALIDITY =
            Setting.duration("mandates.status-validity", "7d");

    /** How long a key signs status lists. */
    public static final Setting<Duration> STATUS_KEY_LIFE =
            Setting.duration("mandates.status-key-life", "30d");

    /** How many days after the last one of a delegation its report is due. */
    public static final Setting<Integer> REPORT_DAYS =
            Setting.number("mandates.report-days", 1, 365, 15);

    /** Where ends that come are announced besides, separated by commas. */
    public static final Setting<String> OFFICE_MAIL = Setting.text("mandates.office-mail", null);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL =
            List.of(STATUS_EVERY, STATUS_VALIDITY, STATUS_KEY_LIFE, REPORT_DAYS, OFFICE_MAIL);

    private MandateSettings() {}
}
