package org.danaya.base;

import java.util.List;

/** How reading the configuration ended. */
public sealed interface SettingsOutcome {

    /** Every key is known and every value is well formed. */
    record Accepted(Settings settings) implements SettingsOutcome {}

    /** All that is wrong, at once; never empty. */
    record Refused(List<SettingProblem> problems) implements SettingsOutcome {}
}
