package org.danaya.defence.detection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.danaya.defence.detection.Findings;
import org.danaya.page.Language;
import org.junit.jupiter.api.Test;

class TableFindingsTest {

    @Test
    void aWideTerminalHasALineForAMatch() {
        assertThat(table(Language.ENGLISH, 0))
                .isEqualTo(
                        """
                        Time (UTC)           Level          Machine           Rule                                                          File, event – author of the rule
                        2026-03-01 23:59:59  high           DC01              Shell Spawned By A Service                                    dc01.evtx #0 – A. Diarra
                        2026-03-01 22:00:00  high           DC01              Shell Spawned By A Service                                    dc01.evtx #3 – A. Diarra
                                             events=5 User=alice
                                             sel: Image endswith \\cmd.exe = C:\\cmd.exe
                                             {"Image":  "C:\\\\cmd.exe","Id":1}
                        """);
    }

    @Test
    void longHostsKeepTheColumnsWhereNothingEndsTheLine() {
        String table =
                Samples.text(
                        FindingsFormat.TABLE,
                        Samples.showing(Language.ENGLISH),
                        Samples.on("DC01"),
                        Samples.on("dc01.finances.example.gouv.ml"),
                        Samples.on("DC02"),
                        Samples.on("x".repeat(1_000)));
        assertThat(table.lines().map(line -> line.indexOf("Shell Spawned")).skip(1))
                .containsExactly(54, 67, 67, 78);
        assertThat(table).contains("dc01.finances.example.gouv.ml  Shell").contains("x…  Shell");
    }

    @Test
    void aTextThatNobodyReadsIsCut() {
        String table =
                Samples.text(
                        FindingsFormat.TABLE,
                        Samples.showing(Language.ENGLISH),
                        Samples.bare(
                                Samples.rule("t".repeat(9_999), "author: " + "a".repeat(9_999))));
        assertThat(table.lines()).allMatch(line -> line.length() < 700);
    }

    @Test
    void aNarrowTerminalHasTwo() {
        assertThat(table(Language.FRENCH, 80))
                .startsWith(
                        """
                        Moment (UTC)         Niveau       Machine           Règle
                                             Fichier, événement – auteur de la règle
                        2026-03-01 23:59:59  élevé        DC01              Shell Spawned By A Service
                                             dc01.evtx #0 – A. Diarra
                        """);
    }

    @Test
    void noLineIsLongerThanTheTerminalIsWide() {
        for (int width : new int[] {60, 80, 139, 140, 200}) {
            String table =
                    Samples.text(
                            FindingsFormat.TABLE,
                            Samples.showing(Language.FRENCH, width),
                            Samples.full(),
                            Samples.hostile());
            assertThat(table.lines()).allMatch(line -> Width.of(line) <= width);
        }
    }

    @Test
    void hostileTextsSteerNoTerminal() {
        String table =
                Samples.text(
                        FindingsFormat.TABLE, Samples.showing(Language.FRENCH), Samples.hostile());
        assertThat(table.lines()).hasSize(5);
        assertThat(table.chars())
                .allMatch(c -> c == '\n' || (!Character.isISOControl(c) && c != 0x202e));
    }

    @Test
    void aLevelHasItsColourOnlyWhereColoursAreShown() {
        assertThat(coloured(true)).contains("\u001b[31mélevé      \u001b[0m");
        assertThat(coloured(false)).doesNotContain("\u001b");
    }

    @Test
    void widthCountsColumns() {
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("日本")).isEqualTo(4);
        assertThat(Width.cut("日本語", 5)).isEqualTo("日本…");
        assertThat(Width.cut("\ud83d\ude00\ud83d\ude00", 3)).isEqualTo("\ud83d\ude00…");
    }

    private static String table(Language language, int width) {
        return Samples.text(
                FindingsFormat.TABLE,
                Samples.showing(language, width),
                Samples.plain(),
                Samples.full());
    }

    private static String coloured(boolean colour) {
        Showing plain = Samples.showing(Language.FRENCH);
        Showing showing =
                new Showing(plain.words(), plain.language(), plain.run(), colour, 0, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = FindingsFormat.TABLE.to(out, showing);
        findings.found(Samples.plain());
        findings.end(Samples.ledger());
        return out.toString(StandardCharsets.UTF_8);
    }
}
