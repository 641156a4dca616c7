package org.danaya.sigma;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Material of others in the folder that {@code DANAYA_CORPORA} names; tests that need it are
 * skipped without.
 */
public final class Corpora {
    private static final List<String> ALL =
            List.of(
                    "rules",
                    "rules-compliance",
                    "rules-emerging-threats",
                    "rules-placeholder",
                    "rules-threat-hunting");

    private Corpora() {}

    public static Path folder(String name) {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder");
        Path folder = Path.of(corpora, name);
        Assumptions.assumeTrue(
                Files.exists(folder), "no " + name + " in the folder that DANAYA_CORPORA names");
        return folder;
    }

    /** The folders of all 3,780 rules. */
    public static List<Path> rules() {
        Path sigma = folder("sigma");
        return ALL.stream().map(sigma::resolve).toList();
    }

    /** The folders of the 3,754 rules that rsigma's matches were recorded with. */
    public static List<Path> laneRules() {
        Path sigma = folder("sigma");
        return Stream.of("rules", "rules-emerging-threats", "rules-threat-hunting")
                .map(sigma::resolve)
                .toList();
    }
}
