package org.danaya.audit;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.springframework.stereotype.Component;

/** Leads to an entry from what is about it. */
@Component
final class EntryNaming implements Naming {

    @Override
    public String kind() {
        return "journal";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Rights.current().hold(Right.READ_JOURNAL) && id.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new Named(id, JournalPages.PATH + "/" + id))
                : Optional.empty();
    }
}
