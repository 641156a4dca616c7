package org.danaya.base;

import java.util.List;

/** The configuration is wrong; carries all that is wrong, at once. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingProblem> problems;

    /** Refused for these problems. */
    public SettingsRefused(List<SettingProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong; never empty. */
    public List<SettingProblem> problems() {
        return problems;
    }
}
