package org.danaya.app;

import java.util.List;
import org.danaya.base.Setting;

/** The settings of the program as a whole. */
final class AppSettings {

    /** The port of the portal and the console, on loopback. */
    static final Setting<Integer> PORT = Setting.port("port", 8080);

    /** What this process does. */
    static final Setting<Role> ROLE = Setting.choice("role", Role.class, Role.ALL);

    static final List<Setting<?>> ALL = List.of(PORT, ROLE);

    private AppSettings() {}
}
