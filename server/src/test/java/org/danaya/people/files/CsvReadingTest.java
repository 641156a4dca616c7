package org.danaya.people.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.danaya.people.PeopleFault;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    private static final String HEADINGS = "identifiant;type;nom_fr\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identifiant;type;nom_fr\nagetic;etablissement;Agence, “Ɲɛtaa”\n",
                "\ufeffidentifiant;type;nom_fr\r\nagetic;etablissement;\"Agence, “Ɲɛtaa”\"\r\n",
                "Identifiant,Type,Nom fr\nagetic,etablissement,\"Agence, “Ɲɛtaa”\"",
                "CODE\tCatégorie\tDénomination\nagetic\tetablissement\tAgence, “Ɲɛtaa”\n",
                "sep=|\nidentifiant|type|nom_fr\nagetic|etablissement|Agence, “Ɲɛtaa”\n",
                "\n\nidentifiant;type;nom_fr;;\n;;;;\nagetic;etablissement;Agence, “Ɲɛtaa”;;\n;;;;\n",
                "identifiant;type;nom_fr\ragetic;etablissement;Agence, “Ɲɛtaa”\r",
            })
    void whateverASpreadsheetWritesIsRead(String text) {
        List<CsvOutcome.Row> rows = read(text).rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().values())
                .containsEntry("identifier", "agetic")
                .containsEntry("kind", "etablissement")
                .containsEntry("name-fr", "Agence, “Ɲɛtaa”");
        assertThat(rows.getFirst().problems()).isEmpty();
    }

    @Test
    void aLineIsCountedWhereItBegins() {
        CsvOutcome.Read read =
                read(HEADINGS + "\na;service;\"sur\ndeux\nlignes\"\nb;service;B\n\n\nc;service;C");
        assertThat(read.rows()).extracting(CsvOutcome.Row::line).containsExactly(3, 6, 9);
    }

    @Test
    void anUnknownColumnIsNamedAndAMissingOneToo() {
        assertThat(read("identifiant;type;nom_fr;budget\na;service;A;3\n").ignored())
                .containsExactly("budget");
        assertThat(refused("identifiant;nom_fr\na;A\n")).isEqualTo(PeopleFault.COLUMN_MISSING);
        assertThat(refused("identifiant;type;nom;nom_fr\na;service;A;A\n"))
                .isEqualTo(PeopleFault.COLUMN_TWICE);
    }

    @Test
    void aLineWithACellTooManyIsRefusedByItself() {
        CsvOutcome.Read read = read(HEADINGS + "a;service;A;de trop\nb;service;B\n");
        assertThat(read.rows().getFirst().problems())
                .extracting(org.danaya.people.draft.Problem::code)
                .containsExactly(PeopleFault.LINE_TOO_WIDE);
        assertThat(read.rows().getLast().problems()).isEmpty();
    }

    @Test
    void whatIsNoFileOfStructuresIsRefusedWithItsReason() {
        assertThat(refused("")).isEqualTo(PeopleFault.FILE_EMPTY);
        assertThat(refused("\n;;\n")).isEqualTo(PeopleFault.FILE_EMPTY);
        assertThat(refused("PK\u0003\u0004xxxx")).isEqualTo(PeopleFault.FILE_NOT_TEXT);
        assertThat(refused("a\u0000b")).isEqualTo(PeopleFault.FILE_NOT_TEXT);
        assertThat(refused((HEADINGS + "a;service;é").getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(PeopleFault.FILE_NOT_TEXT);
        assertThat(refused(HEADINGS + "a;service;\"ouvert\nb;service;B\n"))
                .isEqualTo(PeopleFault.FILE_QUOTES);
        assertThat(refused(HEADINGS + "a;service;\"A\" B\n")).isEqualTo(PeopleFault.FILE_QUOTES);
        assertThat(refused(new byte[CsvReading.MOST_BYTES + 1]))
                .isEqualTo(PeopleFault.FILE_TOO_LARGE);
        assertThat(refused(HEADINGS + "a;service;A\n".repeat(5_001)))
                .isEqualTo(PeopleFault.FILE_TOO_LONG);
    }

    @Test
    void anotherEncodingIsRefusedWithItsLine() {
        CsvOutcome outcome =
                CsvReading.read(
                        (HEADINGS + "a;service;A\nb;service;Économie\n")
                                .getBytes(Charset.forName("windows-1252")),
                        Sheet.STRUCTURES);
        assertThat(outcome)
                .isEqualTo(
                        new CsvOutcome.Unreadable(
                                org.danaya.people.draft.Problem.of(
                                        "file", PeopleFault.FILE_NOT_UTF8, 3L)));
    }

    @Test
    void noBytesWhateverMakeItFail() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        String[] pieces = {
            "\"",
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "identifiant",
            "type",
            "nom_fr",
            "é",
            "ɛ",
            "\ufeff",
            "sep=",
            "'",
            "=1+1",
            " ",
            "a",
            "\u0000",
            "\ud83d\ude00"
        };
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : HEADINGS);
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                CsvReading.read(bytes, Sheet.STRUCTURES);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round + ": " + text, e);
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBackAndNothingInItCalculates() throws IOException {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        String letters = "=+-@'\";,\t aéɛŊ\n";
        for (int round = 0; round < 500; round++) {
            Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
            for (StructureField field : StructureField.values()) {
                StringBuilder text = new StringBuilder("x".repeat(random.nextInt(2)));
                for (int i = random.nextInt(6); i > 0; i--) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                typed.put(field, text.toString());
            }
            typed.put(StructureField.IDENTIFIER, "a");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StructureFile.write(List.of(new StructureDraft(typed)), out);
            CsvOutcome outcome = CsvReading.read(out.toByteArray(), Sheet.STRUCTURES);
            assertThat(((CsvOutcome.Read) outcome).rows().getFirst().values())
                    .as("seed %d", seed)
                    .isEqualTo(
                            typed.entrySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    each -> each.getKey().code(),
                                                    Map.Entry::getValue)));
            typed.values()
                    .forEach(
                            text ->
                                    assertThat("=+-@\t\r\n")
                                            .doesNotContain(
                                                    StructureFile.guarded(text + "x")
                                                            .substring(0, 1)));
        }
    }

    private static CsvOutcome.Read read(String text) {
        CsvOutcome outcome =
                CsvReading.read(text.getBytes(StandardCharsets.UTF_8), Sheet.STRUCTURES);
        assertThat(outcome).isInstanceOf(CsvOutcome.Read.class);
        return (CsvOutcome.Read) outcome;
    }

    private static PeopleFault refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PeopleFault refused(byte[] bytes) {
        CsvOutcome outcome = CsvReading.read(bytes, Sheet.STRUCTURES);
        assertThat(outcome).isInstanceOf(CsvOutcome.Unreadable.class);
        return ((CsvOutcome.Unreadable) outcome).problem().code();
    }
}
