package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,FRENCH",
                "'',FRENCH",
                "en,ENGLISH",
                "'en-GB,en;q=0.9,fr;q=0.5',ENGLISH",
                "'fr-ML,fr;q=0.9,en;q=0.8',FRENCH",
                "'bm,en;q=0.8,fr;q=0.2',ENGLISH",
                "'de,ar',FRENCH",
                "';;;q=nonsense',FRENCH"
            })
    void theBrowsersPreferenceIsFollowedAndFrenchIsTheFirst(String header, Language language) {
        assertThat(Language.preferred(header)).isEqualTo(language);
    }
}
