package org.danaya.trust.registration;

import java.util.List;
import org.danaya.base.Setting;

/** The settings of the registration desk. */
public final class RegistrationSettings {

    /** The registration office's mail addresses, for reminders; separated by commas. */
    public static final Setting<String> OFFICE_MAIL =
            Setting.text("registration.office-mail", null);

    /** All of them, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(OFFICE_MAIL);

    private RegistrationSettings() {}
}
