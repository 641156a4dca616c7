package org.danaya.defence.detection.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.Written;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** Tells files of rules, which people name where events are to stand, from files of events. */
final class RuleFiles {

    private static final Pattern BROKEN =
            Pattern.compile(
                    "^(?:detection|correlation)[ \\t]*:[ \\t]*(?:#.*)?$", Pattern.MULTILINE);

    private RuleFiles() {}

    /**
     * Whether a file is one of Sigma's documents, usable or not: YAML by its name, with a
     * detection, a correlation, or a filter of a log source; where it can't be read as YAML, with a
     * line that begins one.
     */
    static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
            return false;
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > RuleReader.LARGEST_FILE) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(file);
            for (Written document : new RuleReader().readWithYaml(name, bytes)) {
                if (isRule(document.yaml())) {
                    return true;
                }
                if (document.yaml() == null) {
                    String text = new String(bytes, StandardCharsets.ISO_8859_1);
                    return BROKEN.matcher(text).find();
                }
            }
        } catch (IOException e) {
            // Whoever opens it tells what is wrong.
            return false;
        }
        return false;
    }

    private static boolean isRule(@Nullable Yaml yaml) {
        return yaml instanceof Yaml.Mapping document
                && (document.get("detection") instanceof Yaml.Mapping
                        || document.get("correlation") instanceof Yaml.Mapping
                        || (document.get("filter") instanceof Yaml.Mapping
                                && document.get("logsource") instanceof Yaml.Mapping));
    }
}
