package org.danaya.mandates.position.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.base.Reach;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Names;
import org.danaya.mandates.Scope;
import org.danaya.mandates.delegation.MemberNames;
import org.danaya.mandates.status.ScopeWords;
import org.danaya.page.Language;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Component;

/** Who has the word of a structure now: the mandates of spokespersons that hold. */
@Component
final class Spokespersons {

    /** So many mandates are looked at; what the page shows is read every few seconds at most. */
    private static final int MOST = 1_000;

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Mandates mandates;
    private final ScopeWords scopes;
    private final Clock clock;
    private List<Known> read = List.of();
    private Instant readAgain = Instant.MIN;

    Spokespersons(Mandates mandates, ScopeWords scopes, Clock clock) {
        this.mandates = mandates;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** All of them, by structure and name. */
    List<PositionViews.Voices> all(Language language) {
        return new TreeMap<>(
                        known().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                each -> each.head().names().structure())))
                .entrySet().stream()
                        .map(
                                each ->
                                        new PositionViews.Voices(
                                                each.getKey(), voices(each.getValue(), language)))
                        .toList();
    }

    /** Those whom a typed name may mean; nobody where it is nobody's. Keeps nothing. */
    List<PositionViews.Voice> named(String typed, Language language) {
        return voices(
                known().stream()
                        .filter(each -> MemberNames.same(typed, each.head().names().holder()))
                        .toList(),
                language);
    }

    private List<PositionViews.Voice> voices(List<Known> some, Language language) {
        return some.stream()
                .map(each -> voice(each, language))
                .sorted(Comparator.comparing(PositionViews.Voice::name))
                .toList();
    }

    private PositionViews.Voice voice(Known known, Language language) {
        Names names = known.head().names();
        Scope scope = known.worth().scope();
        List<String> others = new ArrayList<>(scopes.sayAll(language, others(scope)));
        return new PositionViews.Voice(
                names.holder(),
                names.function(),
                names.structure(),
                List.copyOf(scope.limit(Scope.Side.MATTERS).codes()),
                others,
                known.worth().period().last());
    }

    /** All limits but that of matters, which has a place of its own. */
    private static Scope others(Scope scope) {
        return new Scope(
                scope.limits().entrySet().stream()
                        .filter(each -> each.getKey() != Scope.Side.MATTERS)
                        .collect(
                                Collectors.toMap(
                                        java.util.Map.Entry::getKey,
                                        java.util.Map.Entry::getValue)),
                Optional.empty());
    }

    private synchronized List<Known> known() {
        Instant now = clock.instant();
        if (now.isAfter(readAgain)) {
            MandateSearch search =
                    new MandateSearch(
                            "",
                            Optional.of(MandateSearch.Standing.IN_FORCE),
                            Optional.empty(),
                            Optional.of(Power.SPEAK),
                            Optional.of(MandateKind.SPOKESPERSON),
                            Optional.empty(),
                            Optional.empty(),
                            new Reach.Everywhere());
            read =
                    mandates.register().list(search, "", 0, MOST).stream()
                            .map(found -> mandates.register().get(found.head().id()))
                            .filter(known -> known.holds(Power.SPEAK))
                            .toList();
            readAgain = now.plus(KEPT);
        }
        return read;
    }
}
