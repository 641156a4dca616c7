package org.danaya.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migration scripts that this program brings. */
final class MigrationScripts {

    /** By our own loader: the first thread's may be a web server's, which ends with the server. */
    private static final PathMatchingResourcePatternResolver RESOLVER =
            new PathMatchingResourcePatternResolver(MigrationScripts.class.getClassLoader());

    private MigrationScripts() {}

    /** The versions of a module, each with the checksum that Flyway keeps of its script. */
    static SortedMap<MigrationVersion, Integer> of(String module) {
        SortedMap<MigrationVersion, Integer> scripts = new TreeMap<>();
        try {
            for (Resource script : RESOLVER.getResources("classpath:db/" + module + "/V*.sql")) {
                scripts.put(version(script), checksum(script));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    private static MigrationVersion version(Resource script) {
        String name = String.valueOf(script.getFilename());
        return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
    }

    /** As Flyway computes it: the CRC-32 of the lines without their ends. */
    private static int checksum(Resource script) throws IOException {
        CRC32 crc = new CRC32();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }
}
