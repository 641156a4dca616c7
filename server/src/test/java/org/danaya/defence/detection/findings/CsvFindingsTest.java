package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.danaya.page.Language;
import org.junit.jupiter.api.Test;

class CsvFindingsTest {

    private static final Showing SHOWING = Samples.showing(Language.FRENCH);

    @Test
    void aMatchIsALineWithTheKeysOfJson() {
        assertThat(Samples.text(FindingsFormat.CSV, SHOWING, Samples.plain(), Samples.full()))
                .isEqualTo(
                        """
                        \ufefffile,event,rule,level,title,author,tags,time,host,correlation,reasons,evidence
                        dc01.evtx,0,0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60,high,Shell Spawned By A Service,\
                        A. Diarra,attack.execution attack.t1059.001,2026-03-01T23:59:59.500Z,DC01,,,
                        dc01.evtx,3,0c3f8a1e-6f2a-4d7e-9b7e-1d2c3b4a5f60,high,Shell Spawned By A Service,\
                        A. Diarra,attack.execution attack.t1059.001,2026-03-01T22:00:00Z,DC01,\
                        events=5 User=alice,sel: Image endswith \\cmd.exe = C:\\cmd.exe,\
                        "{""Image"": ""C:\\\\cmd.exe"",""Id"":1}"
                        """
                                .replace("\n", "\r\n")
                                .replace(": \"\"C", ":\n \"\"C"));
    }

    @Test
    void hostileTextsStayInTheirCellsAndRunNowhere() throws IOException {
        List<CSVRecord> records =
                records(Samples.text(FindingsFormat.CSV, SHOWING, Samples.hostile()));
        assertThat(records).hasSize(2);
        assertThat(records.get(1)).hasSameSizeAs(records.get(0));
        assertThat(records.get(1))
                .allMatch(cell -> !cell.matches("(?s)^[\\s\"]*[=+@-].*"))
                .allMatch(cell -> !cell.matches("(?s).*[\\x00-\\x08\\x1b\\x80-\\x9f\u202e].*"));
        assertThat(records.get(1).get(0)).startsWith("'=cmd|").contains("\"").contains("😀");
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            return parser.getRecords();
        }
    }
}
