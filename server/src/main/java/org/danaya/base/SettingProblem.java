package org.danaya.base;

import org.jspecify.annotations.Nullable;

/** One thing that is wrong in the configuration. */
public sealed interface SettingProblem {

    /** The key, as the operator wrote it. */
    String key();

    /** Where it was written: a file name, or {@code environment} or {@code command line}. */
    String source();

    /** No module knows this key. {@code nearest} is the known key most like it, if one is close. */
    record UnknownKey(String key, String source, @Nullable String nearest)
            implements SettingProblem {}

    /** The value isn't of the setting's form. A secret's value is given as {@code [redacted]}. */
    record WrongValue(String key, String source, String value, String expected)
            implements SettingProblem {}

    /** The file itself can't be read. */
    record UnreadableFile(String key, String source, String reason) implements SettingProblem {}
}
