package org.danaya.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.danaya.base.Settings;
import org.danaya.form.SavedQueries;
import org.danaya.page.web.AnswerHandler;
import org.danaya.page.web.Arguments;
import org.danaya.page.web.Assets;
import org.danaya.page.web.LanguageChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the view of a request. */
@Component
class Views {

    private final Words words;
    private final Assets assets;
    private final Country country;
    private final SingletonSupplier<List<Visitors>> visitors;
    private final SingletonSupplier<List<Section>> sections;
    private final SingletonSupplier<List<SavedQueries>> shelves;
    private final SingletonSupplier<List<Notice.Standing>> standing;
    private final SingletonSupplier<List<Purpose.Rehearsing>> rehearsing;

    Views(
            Words words,
            Assets assets,
            Settings settings,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<Section> sections,
            ObjectProvider<Notice.Standing> standing,
            ObjectProvider<Purpose.Rehearsing> rehearsing,
            ObjectProvider<SavedQueries> shelves) {
        this.words = words;
        this.assets = assets;
        this.country = Country.of(settings);
        this.visitors = once(visitors);
        this.sections =
                SingletonSupplier.of(
                        () ->
                                sections.stream()
                                        .sorted(Comparator.comparingInt(Section::place))
                                        .toList());
        this.shelves = once(shelves);
        this.standing = once(standing);
        this.rehearsing = once(rehearsing);
    }

    /** What is asked for on every page, and never changes once all has started. */
    private static <T> SingletonSupplier<List<T>> once(ObjectProvider<T> provider) {
        return SingletonSupplier.of(() -> provider.stream().toList());
    }

    View of(HttpServletRequest request) {
        return new View(
                words,
                assets,
                rehearsing.obtain().stream().anyMatch(Purpose.Rehearsing::now)
                        ? country.rehearsing()
                        : country,
                sections.obtain(),
                new View.Seen(
                        LanguageChoice.of(request),
                        Arguments.query(request),
                        visitor(request),
                        () -> csrf(request),
                        notices(request),
                        () ->
                                standing.obtain().stream()
                                        .flatMap(each -> each.notices().stream())
                                        .toList(),
                        shelves.obtain(),
                        RequestId.of(request)));
    }

    private @Nullable Visitor visitor(HttpServletRequest request) {
        for (Visitors known : visitors.obtain()) {
            return known.visitor(request).orElse(null);
        }
        return null;
    }

    private static @Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : null;
    }

    private static List<Notice> notices(HttpServletRequest request) {
        Map<String, ?> kept = RequestContextUtils.getInputFlashMap(request);
        return kept != null && kept.get(AnswerHandler.NOTICES) instanceof List<?> list
                ? list.stream().filter(Notice.class::isInstance).map(Notice.class::cast).toList()
                : List.of();
    }
}
