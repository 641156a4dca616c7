package org.danaya.trust.trustlist.console;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.trustlist.Editions;
import org.springframework.stereotype.Component;

/** Leads from a number in the journal to the edition, once it is published. */
@Component
final class EditionNaming implements Naming {

    private final Editions editions;
    private final Words words;

    EditionNaming(Editions editions, Words words) {
        this.editions = editions;
        this.words = words;
    }

    @Override
    public String kind() {
        return "trustlist";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        if (!Rights.current().hold(Right.READ_TRUST_LIST) || !id.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        long sequence = Long.parseLong(id);
        return editions.last()
                .filter(last -> sequence <= last.sequence())
                .map(
                        _ ->
                                new Named(
                                        words.say(
                                                Language.of(locale.getLanguage()),
                                                "trustlist.edition.title",
                                                sequence),
                                        ListPages.PATH + "/editions/" + sequence));
    }
}
