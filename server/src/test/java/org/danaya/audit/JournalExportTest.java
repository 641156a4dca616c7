package org.danaya.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalExportTest {

    private static final List<Option> ACTS = List.of(Option.named("example.house-built", "Built"));

    private final TestJournal kit = new TestJournal();
    private final JournalExport export =
            new JournalExport(new JournalReader(kit.source, kit.transaction));

    @BeforeEach
    void write() {
        kit.write(3);
        Act formula =
                new Act(
                        TestJournal.Deed.BUILT,
                        new Actor.Operator("=HYPERLINK(\"http://example.org\",\"click\");=1+1"),
                        "@house",
                        Act.Outcome.DONE,
                        Map.of("a", "1,2\n\"3\""));
        kit.transaction.executeWithoutResult(_ -> kit.journal.on(formula));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void noTextOfTheCsvIsAFormula() throws IOException {
        String csv = csv(Map.of());
        assertThat(csv)
                .startsWith("\ufeffposition,id,at,")
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\",\"\"click\"\");'=1+1\"")
                .contains(",'@house,")
                .contains("\"{\"\"a\"\":\"\"1,2\\n\\\"\"3\\\"\"\"\"}\"");
    }

    @Test
    void theJsonIsReadByOthers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.json(JournalFilter.of(query(Map.of()), ACTS), out);
        JsonNode entries = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(entries.size()).isEqualTo(4);
        assertThat(entries.get(0).get("position").isNull()).isTrue();
        assertThat(entries.get(0).get("facts").get("a").asString()).isEqualTo("1,2\n\"3\"");
        assertThat(entries.get(1).get("position").asLong()).isEqualTo(3);
        assertThat(entries.get(1).get("hash").asString()).hasSize(64);
    }

    @Test
    void filtersOfTheAddressChooseTheEntries() throws IOException {
        assertThat(csv(Map.of("subject", "house:1")).lines()).hasSize(2);
        assertThat(csv(Map.of("act", "example.house-built", "outcome", "refused")).lines())
                .hasSize(1);
        assertThat(csv(Map.of("from", "2000-01-01", "to", "2000-01-02")).lines()).hasSize(1);
        assertThat(csv(Map.of("from", "2000-01-01")).lines()).hasSize(5);
        assertThat(csv(Map.of("subject", "x' or true --")).lines()).hasSize(1);
    }

    @Test
    void wrongFiltersAreNamed() {
        assertThat(JournalFilter.of(query(Map.of("from", "yesterday")), ACTS).form().wrong())
                .isTrue();
    }

    private String csv(Map<String, String> parameters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.csv(JournalFilter.of(query(parameters), ACTS), out);
        return out.toString(UTF_8);
    }

    private static Query query(Map<String, String> parameters) {
        return new Query("/console/journal/export", new LinkedHashMap<>(parameters));
    }
}
