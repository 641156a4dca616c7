package org.danaya.app;

import java.util.List;
import org.danaya.base.Setting;

/** Every setting of the program, for the tests of the house. */
public final class TestSettings {

    private TestSettings() {}

    /** All of them, in the order of the documentation. */
    public static List<Setting<?>> all() {
        return SettingsCatalogue.ALL;
    }
}
