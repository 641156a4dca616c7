package org.danaya.mandates.status;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Scope;
import org.danaya.page.Language;
import org.danaya.page.Words;

/** Says in words how far a {@link Scope} goes. */
public final class ScopeWords {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Fonts lack the narrow space that French has between thousands. */
    private static final char NARROW = '\u202f';

    private static final char NO_BREAK = '\u00a0';

    private final Words words;

    /** With these words: {@code mandates.side.CODE} and {@code mandates.scope.…}. */
    public ScopeWords(Words words) {
        this.words = words;
    }

    /**
     * The limit on one line, such as "Au plus 1 000 XOF ; Territoire : Mali"; "" where there is
     * none.
     */
    public String say(Language language, Scope scope) {
        return sayAll(language, scope).stream()
                .reduce((one, more) -> words.say(language, "mandates.scope.and", one, more))
                .orElse("");
    }

    /** Money first, since a line may be cut at its end; then each side. None without a limit. */
    public List<String> sayAll(Language language, Scope scope) {
        List<String> all = new ArrayList<>();
        scope.most()
                .ifPresent(
                        most ->
                                all.add(
                                        words.say(
                                                language,
                                                "mandates.scope.most",
                                                NumberFormat.getInstance(language.locale())
                                                        .format(most.units())
                                                        .replace(NARROW, NO_BREAK),
                                                most.currency())));
        for (Scope.Side side : Scope.Side.values()) {
            if (scope.limit(side) instanceof Limit.Only only) {
                String codes =
                        only.codes().stream()
                                .map(code -> name(language, side, code))
                                .collect(Collectors.joining(", "));
                all.add(
                        words.say(
                                language,
                                "mandates.scope.side",
                                words.sentence(language, "mandates.side." + side.code()),
                                codes));
            }
        }
        return all;
    }

    /** The name of a country; the code of a part of one, and of anything else. */
    public static String name(Language language, Scope.Side side, String code) {
        return side == Scope.Side.TERRITORY && COUNTRIES.contains(code)
                ? Locale.of("", code).getDisplayCountry(language.locale())
                : code;
    }
}
