package org.danaya.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=",
                "+",
                "-",
                "@",
                "\t",
                "\r",
                "\n",
                " =",
                "\"=",
                "\u00a0 @",
                "\uff1d",
                "\uff0b",
                "\u3000\uff20",
                "\uff0d"
            })
    void aTextThatBeginsAsAFormulaGetsAnApostrophe(String start) {
        assertThat(CsvLine.harmless(start + "1")).startsWith("'" + start.charAt(0));
    }

    @Test
    void aSpreadsheetThatSplitsAtSemicolonsFindsNoFormulaEither() {
        byte[] line =
                CsvLine.of(List.of("a", CsvLine.harmless("x;=1+1"), CsvLine.harmless("y\t@z")))
                        .getBytes(StandardCharsets.UTF_8);
        // a,"x;'=1+1","y<tab>'@z"<cr><lf>
        assertThat(HexFormat.of().formatHex(line))
                .isEqualTo("612c22783b273d312b31222c22790927407a220d0a");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        for (String text : List.of("", "Kayes", "a-b=c", "x; y", "l’État, l’an 2", "1;2", "a\nb")) {
            assertThat(CsvLine.harmless(text)).isEqualTo(text);
        }
        assertThat(CsvLine.of(List.of("a", "b;c", "d\"e", "f,g")))
                .isEqualTo("a,\"b;c\",\"d\"\"e\",\"f,g\"\r\n");
    }

    @Test
    void noTextMakesAFormulaHoweverALineIsSplit() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("CsvLineTest, seed " + seed);
        Random random = new Random(seed);
        String letters = "a;\t\r\n\" =+-@,'";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String line = CsvLine.of(List.of("a", CsvLine.harmless(text.toString()), "b"));
            for (String cell : line.split("[;\t\r\n]", -1)) {
                assertThat(cell.replaceFirst("^[\\s\"]+", ""))
                        .as("%s of seed %d", text, seed)
                        .doesNotStartWith("=")
                        .doesNotStartWith("+")
                        .doesNotStartWith("-")
                        .doesNotStartWith("@");
            }
        }
    }
}
