package org.danaya.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, written last.
 *
 * @param format the version of the backup's format
 * @param program the version of the program that wrote it
 * @param made when
 * @param migrations by module, the versions that its schema was made by, with their checksums
 * @param tables every table, in the order of the parts
 * @param sequences by qualified name, the last value given out
 * @param files every file
 */
record Manifest(
        int format,
        String program,
        Instant made,
        Map<String, Map<String, Integer>> migrations,
        List<Table> tables,
        Map<String, Long> sequences,
        List<File> files) {

    /** The version of the format that this program writes, and the newest that it reads. */
    static final int FORMAT = 1;

    /** The first part: says who can read the rest. */
    record Format(int format, String program) {}

    /**
     * A table.
     *
     * @param columns in the order of the copy
     * @param sha256 of its parts, one after the other
     */
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {

        /** The folder of its parts. */
        String folder() {
            return "database/" + schema + "." + name + "/";
        }
    }

    /**
     * A file of the home.
     *
     * @param path relative to the home
     */
    record File(String path, long bytes, String sha256) {}
}
