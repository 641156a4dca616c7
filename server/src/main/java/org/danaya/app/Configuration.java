package org.danaya.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.danaya.base.Setting;
import org.danaya.base.SettingProblem;
import org.danaya.base.Settings;
import org.danaya.base.SettingsOutcome;
import org.danaya.base.SettingsRefused;
import org.danaya.store.StoreSettings;

/** Reads the settings: the command line first, then the environment, then {@code danaya.conf}. */
final class Configuration {

    private Configuration() {}

    /** Reads all of it, or throws what is wrong. */
    static Settings settings(Map<String, String> commandLine) {
        return switch (read(commandLine, System.getenv())) {
            case SettingsOutcome.Accepted(Settings settings) -> settings;
            case SettingsOutcome.Refused(List<SettingProblem> problems) ->
                    throw new SettingsRefused(problems);
        };
    }

    /**
     * Reads all of it.
     *
     * @param commandLine what the command line gave, by setting key
     */
    static SettingsOutcome read(Map<String, String> commandLine, Map<String, String> environment) {
        List<Setting<?>> known = SettingsCatalogue.ALL;
        Map<String, String> variables = Settings.ofEnvironment(known, environment);
        Path file = home(commandLine, variables).resolve("danaya.conf");
        Map<String, Map<String, String>> sources = new LinkedHashMap<>();
        sources.put("command line", commandLine);
        sources.put("environment", variables);
        try {
            sources.put(file.toString(), read(file));
        } catch (IOException | IllegalArgumentException e) {
            return new SettingsOutcome.Refused(
                    List.of(
                            new SettingProblem.UnreadableFile(
                                    "danaya.conf",
                                    file.toString(),
                                    String.valueOf(e.getMessage()))));
        }
        return Settings.read(known, sources);
    }

    private static Path home(Map<String, String> commandLine, Map<String, String> variables) {
        String key = StoreSettings.HOME.key();
        String byDefault = String.valueOf(StoreSettings.HOME.byDefault());
        return Path.of(commandLine.getOrDefault(key, variables.getOrDefault(key, byDefault)));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return entries;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<String> keys = new ArrayList<>(properties.stringPropertyNames());
        keys.sort(null);
        keys.forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }
}
