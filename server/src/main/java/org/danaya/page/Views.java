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
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the view of a request. */
@Component
class Views {

    private final Words words;
    private final Assets assets;
    private final Country country;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<Section> sections;
    private final ObjectProvider<SavedQueries> shelves;
    private final ObjectProvider<Notice.Standing> standing;
    private final ObjectProvider<Purpose.Rehearsing> rehearsing;

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
        this.visitors = visitors;
        this.sections = sections;
        this.shelves = shelves;
        this.standing = standing;
        this.rehearsing = rehearsing;
    }

    View of(HttpServletRequest request) {
        return new View(
                words,
                assets,
                rehearsing.stream().anyMatch(Purpose.Rehearsing::now)
                        ? country.rehearsing()
                        : country,
                sections.stream().sorted(Comparator.comparingInt(Section::place)).toList(),
                new View.Seen(
                        LanguageChoice.of(request),
                        Arguments.query(request),
                        visitor(request),
                        () -> csrf(request),
                        notices(request),
                        () -> standing.stream().flatMap(each -> each.notices().stream()).toList(),
                        shelves.stream().toList(),
                        RequestId.of(request)));
    }

    private @Nullable Visitor visitor(HttpServletRequest request) {
        Visitors known = visitors.getIfAvailable();
        return known == null ? null : known.visitor(request).orElse(null);
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
