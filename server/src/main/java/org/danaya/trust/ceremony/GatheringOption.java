package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.SecretFile;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the acts after the first: which ceremony, who is there, who brings the key. */
final class GatheringOption {

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            required = true,
            descriptionKey = "ceremony-folder")
    private Path folder = Path.of("");

    @Option(names = "--keeper", paramLabel = "NAME=FILE", descriptionKey = "ceremony-keeper")
    private Map<String, Path> keepers = new LinkedHashMap<>();

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "ceremony-title")
    private String title = "–";

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "ceremony-place")
    private String place = "–";

    @Option(names = "--witness", paramLabel = "TEXT", descriptionKey = "ceremony-witness")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--root-library", paramLabel = "PATH", descriptionKey = "ceremony-library")
    private @Nullable Path library;

    @Option(names = "--root-token", paramLabel = "LABEL", descriptionKey = "ceremony-token")
    private String token = "root";

    @Option(names = "--root-pin-file", paramLabel = "PATH", descriptionKey = "ceremony-pin-file")
    private @Nullable Path pinFile;

    CeremonyFolder folder() {
        return new CeremonyFolder(folder);
    }

    /** Who was named, or whoever answers the questions. */
    Ceremony.Gathering gathering(Terminal terminal, Clock clock) {
        if (library != null && pinFile != null) {
            return new Ceremony.Gathering(
                    title, place, witnesses, new RootKeyPlace.OnToken(library, token, pinFile));
        }
        if (keepers.isEmpty()) {
            List<String> known = new RootKeys(folder, new java.security.SecureRandom()).keepers();
            return new Guide(Questions.at(terminal), clock).gathering(folder(), known);
        }
        List<Keeper> named =
                keepers.entrySet().stream()
                        .map(entry -> new Keeper(entry.getKey(), SecretFile.read(entry.getValue())))
                        .toList();
        return new Ceremony.Gathering(
                title,
                place,
                witnesses,
                new RootKeyPlace.Parted(Ceremony.About.read(folder()).needed(), named));
    }
}
