package org.danaya.page;

import java.util.Map;
import java.util.function.Function;
import org.danaya.base.Settings;

/**
 * What a command of the command line gets: a terminal to speak to, and the way to the settings.
 *
 * <p>A command is a picocli command with one constructor that takes this.
 *
 * @param terminal where to speak
 * @param configuration reads the settings, given those of the command line by key; throws {@link
 *     org.danaya.base.SettingsRefused} when they are wrong
 */
public record Invocation(Terminal terminal, Function<Map<String, String>, Settings> configuration) {

    /** The settings of the home that the command line named, if it named one. */
    public Settings settings(HomeOption home) {
        return configuration.apply(home.given());
    }
}
