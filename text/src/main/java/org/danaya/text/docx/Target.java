package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.danaya.text.docx.part.Markup;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Place;
import org.jspecify.annotations.Nullable;

/** A file that is being written: what its parts must agree on. */
final class Target {

    final Revisions revisions;
    final Set<String> styles = new TreeSet<>();
    final NotesWriter notes;
    final Twins twins;
    private final String language;
    private final Set<String> bookmarks = new HashSet<>();
    private final List<String[]> places = new ArrayList<>();
    private final Map<String, String> links = new TreeMap<>();
    private final Map<String, String> pictures = new TreeMap<>();
    private int counted;

    Target(String language, Revisions revisions, Twins twins) {
        this.language = language;
        this.revisions = revisions;
        this.twins = twins;
        this.notes = new NotesWriter(this);
    }

    /** The id of a paragraph's style. */
    String style(String name) {
        styles.add(name);
        return Look.id(name);
    }

    /**
     * A new bookmark.
     *
     * @param kind {@code akn:part} or {@code akn:table}
     */
    String bookmark(String kind, @Nullable Place after, @Nullable Place before) {
        String name = after == null || after.eId().isEmpty() ? "" : Names.bookmark(after.eId());
        while (name.isEmpty() || !bookmarks.add(name.toLowerCase(Locale.ROOT))) {
            name = Names.counted(++counted);
        }
        List<String> entry = new ArrayList<>(List.of(kind, "bookmark", name));
        boolean changed = after != null && before != null && !after.equals(before);
        String is = after == null ? "gone" : before == null ? "new" : changed ? "changed" : "";
        entry.addAll(List.of("is", is));
        if (after != null) {
            entry.addAll(List.of("tag", after.tag(), "eId", after.eId(), "wId", after.wId()));
        }
        if (before != null && !is.isEmpty()) {
            entry.addAll(List.of("formerTag", before.tag(), "formerEId", before.eId()));
            entry.addAll(List.of("formerWId", before.wId()));
        }
        places.add(entry.toArray(String[]::new));
        return name;
    }

    /** The bookmark that an address within the text leads to. */
    String anchor(String href) {
        boolean plain = href.startsWith("#") && Names.usable(href.substring(1));
        if (plain) {
            return href.substring(1);
        }
        String name = Names.bookmark(href);
        links.put(name, href);
        return name;
    }

    /** A picture's address is kept beside the text. */
    void picture(String alternative, String source) {
        if (!source.isEmpty()) {
            pictures.putIfAbsent(alternative, source);
        }
    }

    /** The part that says what bookmarks stand for. */
    byte[] names() {
        Markup out = Markup.whole().open("text", "xmlns", Tag.OWN, "language", language);
        for (String[] place : places) {
            String tag = place[0].substring(place[0].indexOf(':') + 1);
            out.empty(tag, Arrays.copyOfRange(place, 1, place.length));
        }
        links.forEach((name, href) -> out.empty("link", "bookmark", name, "href", href));
        pictures.forEach(
                (said, source) -> out.empty("picture", "alternative", said, "source", source));
        return out.bytes();
    }
}
