package org.danaya.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Naming;
import org.danaya.base.Naming.Named;
import org.danaya.page.View;

/**
 * The names behind the ids of one page of the journal, as far as the reader may know them. They are
 * looked up for the page and kept nowhere. Used by one thread.
 */
public final class JournalNames {

    private final List<Naming> namings;
    private final Map<String, Optional<Named>> known = new HashMap<>();

    JournalNames(List<Naming> namings) {
        this.namings = List.copyOf(namings);
    }

    /** The person or the key of an entry; nothing for another actor, or one not to be known. */
    public Optional<Named> actor(View view, JournalEntry entry) {
        return switch (entry.actorKind()) {
            case "PERSON" -> of(view, "account", entry.actor());
            case "KEY" -> of(view, "api-key", entry.actor());
            default -> Optional.empty();
        };
    }

    /** What an entry is about. */
    public Optional<Named> subject(View view, JournalEntry entry) {
        String subject = entry.subject();
        int colon = subject.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : of(view, subject.substring(0, colon), subject.substring(colon + 1));
    }

    /** What a fact of an entry names: its name is a kind, or says that an account did it. */
    public Optional<Named> fact(View view, String name, String value) {
        return of(view, name.equals("by") ? "account" : name, value);
    }

    /** The thing of a kind and an id. */
    private Optional<Named> of(View view, String kind, String id) {
        return known.computeIfAbsent(
                kind + ":" + id,
                _ ->
                        namings.stream()
                                .filter(naming -> naming.kind().equals(kind))
                                .findFirst()
                                .flatMap(naming -> naming.name(id, view.language().locale())));
    }
}
