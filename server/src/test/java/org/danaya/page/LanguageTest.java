package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({
        "log.status.published,0,0 feuille,0 leaves",
        "log.status.published,1,1 feuille,1 leaf",
        "log.status.published,2,2 feuilles,2 leaves",
        "log.fsck.sound,1,1 feuille,1 leaf",
        "monitor.unchanged,1,1 entrée,1 entry",
        "witness.quorum.reached.about,1,1 entrée,1 entry",
        "audit.verify.sound,1,1 position recalculée,1 position recomputed",
        "local.age.minutes,1,il y a 1 minute,1 minute ago",
        "local.age.days,2,il y a 2 jours,2 days ago",
        "local.age.seconds,0,à l’instant,just now"
    })
    void whatIsCountedIsSingularWhereItsLanguageSaysSo(
            String key, long count, String french, String english) {
        Words words = Words.load();
        Object[] facts = {count, count, count, count};
        assertThat(words.say(Language.FRENCH, key, facts)).contains(french);
        assertThat(words.say(Language.ENGLISH, key, facts)).contains(english);
    }

    @Test
    void aLargeCountIsWrittenAsItsLanguageWritesNumbers() {
        Words words = Words.load();
        assertThat(words.say(Language.FRENCH, "monitor.unchanged", 12_345L))
                .contains("12\u202f345 entrées");
        assertThat(words.say(Language.ENGLISH, "monitor.unchanged", 12_345L))
                .contains("12,345 entries");
    }
}
