package org.danaya.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --home}, for the commands that look at an installation. */
public final class HomeOption {

    @Option(names = "--home", paramLabel = "FOLDER", descriptionKey = "home")
    private @Nullable String home;

    /** The settings that the option gives, by key. */
    public Map<String, String> given() {
        return home == null ? Map.of() : Map.of("home", home);
    }
}
