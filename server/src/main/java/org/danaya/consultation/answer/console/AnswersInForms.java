package org.danaya.consultation.answer.console;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Disposition;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.MatrixSearch;
import org.danaya.consultation.observation.Sight;
import org.danaya.consultation.observation.form.FormAnswers;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.springframework.stereotype.Component;

/** What became of observations, in the form of the field: what, of which other, and why. */
@Component
class AnswersInForms implements FormAnswers {

    private static final int MOST = 10_000;

    private final Answers answers;
    private final Words words;

    AnswersInForms(Answers answers, Words words) {
        this.answers = answers;
        this.words = words;
    }

    @Override
    public Map<UUID, String> of(UUID version, Sight sight) {
        Map<UUID, String> all = new HashMap<>();
        for (Entry entry :
                answers.register()
                        .list(MatrixSearch.all(version), sight, MatrixSearch.BY_NUMBER, 0, MOST)) {
            entry.last()
                    .ifPresent(
                            last -> all.put(entry.observation(), said(entry, last.disposition())));
        }
        return all;
    }

    private String said(Entry entry, Disposition disposition) {
        return Stream.of(
                        entry.duplicateOf()
                                .map(of -> say("answer.of", of))
                                .orElseGet(() -> say("answer.disposition." + disposition.code())),
                        beside(disposition),
                        disposition.reason())
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String beside(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Postponed postponed -> postponed.text();
            case Disposition.ToArbitrate(Disposition.Level level, String _) ->
                    say("answer.level." + level.code());
            default -> "";
        };
    }

    private String say(String key, Object... facts) {
        return words.say(Language.FRENCH, key, facts);
    }
}
