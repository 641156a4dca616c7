package org.danaya.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.danaya.text.akn.AknWriter;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.file.TextFile;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Line;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Hunk;
import org.danaya.text.redline.Hunks;
import org.danaya.text.redline.Lineage;
import org.junit.jupiter.api.Test;

/** The invented strategy of the demonstration: that it is what its story says. */
class ExampleStrategyTest {

    private static String file(String name) {
        try (InputStream in =
                ExampleStrategyTest.class.getResourceAsStream("/demo/strategy/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TextFile read(int version) {
        return TextFile.read(
                file("v" + version + ".md").getBytes(StandardCharsets.UTF_8),
                "fr",
                LocalDate.of(2025, 1, 1));
    }

    @Test
    void itHasSixtyProvisionsIsMarkedAsAnExampleAndValid() {
        TextFile first = read(1);
        assertThat(first.flow().lines().filter(line -> line.opens().equals("article"))).hasSize(60);
        assertThat(first.flow().title()).contains("exemple inventé");
        for (int version = 1; version <= 4; version++) {
            byte[] akn = AknWriter.write(read(version).root());
            assertThat(AknValidator.validate(akn, Drafts.REFUSED).findings())
                    .as("v" + version)
                    .isEmpty();
        }
    }

    @Test
    void aProvisionKeepsItsNameThroughFourVersions() {
        Element former = Identifiers.lasting(read(1).root(), Set.of(), 1);
        Set<String> used = new HashSet<>();
        for (int version = 2; version <= 4; version++) {
            former.all().map(Element::wId).forEach(used::add);
            former = Lineage.inherit(former, read(version).root(), used, version);
        }
        Line exercises =
                FlowReader.read(former)
                        .lines()
                        .filter(line -> line.number().equals("Action 2.3.6"))
                        .findFirst()
                        .orElseThrow();
        assertThat(exercises.text()).isEqualTo("Exercices");
        assertThat(exercises.place().wId()).isEqualTo("part_4__chp_4-3__art_4-3-4");
    }

    @Test
    void everyChangeOfTheLastVersionIsOneThatAnObservationAsksForOrARenumbering() {
        List<Hunk> hunks = Hunks.of(Comparison.compare(read(3).flow(), read(4).flow()));
        assertThat(hunks).hasSizeBetween(9, 30);
        assertThat(hunks.stream().map(Hunk::kind).distinct())
                .contains(
                        Hunk.Kind.WORDS, Hunk.Kind.INSERTED, Hunk.Kind.MOVED, Hunk.Kind.RENUMBERED);
        assertThat(file("observations.csv").lines()).hasSize(21);
    }
}
