package org.danaya.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void everyValueOfTheJsonIsReadByItsWay() throws IOException {
        int values = 0;
        List<Path> files = new ArrayList<>(Corpora.files("sigma/regression_data", ".evtx"));
        files.addAll(Corpora.files("evtx-to-mitre", ".evtx"));
        for (Path path : files) {
            try (EvtxFile file = EvtxFile.open(path)) {
                int[] read = {0};
                file.read(event -> read[0] += compare(event, path));
                values += read[0];
            }
        }
        assertTrue(values > 80_000, "read " + values);
    }

    private static int compare(Event event, Path path) {
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        for (Json.Leaf leaf : Json.leaves(event.toString())) {
            leaves.computeIfAbsent(leaf.way().replace('/', '.'), way -> new ArrayList<>())
                    .add(leaf.value());
        }
        leaves.remove("Event.xmlns");
        FieldNames names = FieldNames.of(List.copyOf(leaves.keySet()));
        Fields fields = new Fields(names);
        fields.of(event);
        int read = 0;
        for (int field = 0; field < names.size(); field++) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < fields.count(field); i++) {
                fields.load(field, i);
                values.add(fields.string());
                read++;
            }
            if (values.isEmpty()) {
                // An element that could have attributes and has none is null in the JSON.
                values.add("");
            }
            int number = field;
            assertEquals(
                    leaves.get(names.name(field)), values, () -> path + " " + names.name(number));
        }
        return read;
    }

    @Test
    void aNameAloneIsLookedForInTheDataFirstAndThenInSystem() throws IOException {
        List<String> seen = new ArrayList<>();
        FieldNames names =
                FieldNames.of(
                        "EventID",
                        "Channel",
                        "Image",
                        "Event.System.Provider.#attributes.Name",
                        "Provider",
                        "Name",
                        "System.Security.UserID",
                        "Correlation",
                        "Nothing");
        Fields fields = new Fields(names);
        Path path =
                Corpora.files("sigma/regression_data", "af688c76-4ce4-4309-bfdd-e896f01acf27.evtx")
                        .getFirst();
        try (EvtxFile file = EvtxFile.open(path)) {
            file.read(
                    event -> {
                        fields.of(event);
                        for (int i = 0; i < names.size(); i++) {
                            seen.add(fields.load(i) + " " + fields.string());
                        }
                    });
        }
        assertEquals(
                List.of(
                        "NUMBER 1",
                        "STRING Microsoft-Windows-Sysmon/Operational",
                        "STRING C:\\Users\\xodih\\Downloads\\GRB_NET.exe",
                        "STRING Microsoft-Windows-Sysmon",
                        "ABSENT ",
                        "ABSENT ",
                        "STRING S-1-5-18",
                        "ABSENT ",
                        "ABSENT "),
                seen);
    }

    @Test
    void theSameFieldTwiceIsAMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FieldNames.of("System.EventID", "Event.System.EventID.#text"));
    }
}
