package org.danaya.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param lanes names of lanes and of recorded attacks
 * @param peers {@code monitor/PRESEARCHER/BATCH} and {@code percolator/BATCH}
 * @param events of each lane, from its beginning
 * @param passes how many are counted
 * @param warm seconds of passes before them, for each alone; a first pass, which is compared, is
 *     always before them
 * @param jars a folder with one of each peer's
 */
record PeersOptions(
        List<String> lanes, List<String> peers, int events, int passes, int warm, String jars) {

    /** Of pairs of {@code --name value}. */
    static PeersOptions of(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        List<String> lanes = new ArrayList<>(SigmaCorpus.LANES);
        lanes.add("empire_shell_rubeus_asktgt_createnetonly");
        PeersOptions options =
                new PeersOptions(
                        list(given.remove("--lanes"), lanes),
                        list(
                                given.remove("--peers"),
                                List.of("monitor/terms/5000", "percolator/5000")),
                        number(given.remove("--events"), 5_000),
                        number(given.remove("--passes"), 3),
                        number(given.remove("--warm"), 5),
                        given.getOrDefault("--jars", "bench/target/peers"));
        given.remove("--jars");
        if (!given.isEmpty() || arguments.length % 2 != 0) {
            throw new IllegalArgumentException("unknown, or without a value: " + given);
        }
        return options;
    }

    private static List<String> list(@Nullable String given, List<String> otherwise) {
        return given == null ? otherwise : List.of(given.split(",", -1));
    }

    private static int number(@Nullable String given, int otherwise) {
        return given == null ? otherwise : Integer.parseInt(given);
    }
}
