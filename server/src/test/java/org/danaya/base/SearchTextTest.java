package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Ségou, segou, true",
        "Ségou, SÉGOU, true",
        "Société œuvrière, oeuvriere, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, dɔnniya, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, DƆNNIYA, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, donniya, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, nyetaa, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, netaa, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, ngomi, true",
        "Dɔnniya Ɲɛtaa Ŋɔmi, ŋɔmi, true",
        "Dɔ́nniya, dɔnniya, true",
        "Donniya, dɔnniya, false",
        "Autorité de l’économie, l'economie, true",
        "100 % numérique, 100 %, true",
        "100 numérique, 100 %, false",
        "Agence_nationale, e_n, true",
        "Agencexnationale, e_n, false",
        "C:\\Dossier, c:\\do, true",
    })
    void textIsFoundByWhatAKeyboardCanType(String text, String query, boolean found) {
        assertThat(
                        SearchText.patterns(query).stream()
                                .allMatch(pattern -> like(SearchText.of(text), pattern)))
                .isEqualTo(found);
    }

    /** SQL's {@code like} with a backslash as the escape. */
    private static boolean like(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                case '\\' ->
                        regex.append(
                                java.util.regex.Pattern.quote(String.valueOf(pattern.charAt(++i))));
                default -> regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        return text.matches(regex.toString());
    }
}
