package org.danaya.page;

import org.danaya.base.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether nothing that the installation says is official: its settings say so, or all that it can
 * do today is rehearse. For any number of threads.
 */
@Component
public final class Unofficial {

    private final boolean always;
    private final ObjectProvider<Purpose.Rehearsing> rehearsing;

    Unofficial(Settings settings, ObjectProvider<Purpose.Rehearsing> rehearsing) {
        this.always = settings.get(PageSettings.PURPOSE) != Purpose.REAL;
        this.rehearsing = rehearsing;
    }

    /** Whether it is so now. */
    public boolean now() {
        return always || rehearsing.stream().anyMatch(Purpose.Rehearsing::now);
    }
}
