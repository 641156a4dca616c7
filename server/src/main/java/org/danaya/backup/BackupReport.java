package org.danaya.backup;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.danaya.page.Terminal;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the commands say of a backup.
 *
 * @param json whether to say it to a machine
 */
record BackupReport(Terminal terminal, boolean json) {

    void say(String key, Path file, Manifest manifest) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        int tables = manifest.tables().size();
        int files = manifest.files().size();
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("file", file.toString());
            facts.put("made", manifest.made().toString());
            facts.put("program", manifest.program());
            facts.put("tables", tables);
            facts.put("rows", rows);
            facts.put("files", files);
            terminal.print(JsonMapper.builder().build().writeValueAsString(facts));
        } else {
            terminal.say(
                    key,
                    file,
                    manifest.made().truncatedTo(ChronoUnit.SECONDS),
                    tables,
                    rows,
                    files);
        }
    }
}
