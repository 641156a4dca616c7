package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.docx.part.Tag;
import org.danaya.text.flow.Place;

/** Which bookmarks are open where a file is being read, and what they stand for. */
final class Bookmarks {

    /** More than are open at once in any file that is meant well. */
    private static final int MOST = 1_000;

    private final Names names;
    private final Reading reading;
    private final Map<String, String> open = new LinkedHashMap<>();

    /** Those that began and ended before any words of the line. */
    private final List<String> closed = new ArrayList<>();

    /** The places of the tables that are being read, the innermost last. */
    private final List<Place> tables = new ArrayList<>();

    Bookmarks(Names names, Reading reading) {
        this.names = names;
        this.reading = reading;
    }

    Names names() {
        return names;
    }

    void begin(Tag start) {
        String name = start.get("w:name");
        Names.Both table = names.tables().get(name);
        if (table != null && !tables.isEmpty()) {
            table.in(reading).ifPresent(place -> tables.set(tables.size() - 1, place));
        } else if (open.size() < MOST) {
            // LibreOffice at times begins one twice and ends it once.
            open.values().remove(name);
            open.put(start.get("w:id"), name);
        }
    }

    void end(Tag end) {
        String name = open.remove(end.get("w:id"));
        if (name != null && closed.size() < MOST) {
            closed.add(name);
        }
    }

    /** A paragraph begins. */
    void paragraph() {
        closed.clear();
    }

    void enterTable() {
        tables.add(Place.NOWHERE);
    }

    Place leaveTable() {
        return tables.removeLast();
    }

    /**
     * The place of a line that begins here.
     *
     * @param empty whether it is over already, without words
     * @param opens the part that it opens, by its style
     */
    Optional<Place> here(boolean empty, String opens) {
        Optional<Place> found = last(List.copyOf(open.values()), opens);
        return found.isPresent() || !(empty || names.known()) ? found : last(closed, opens);
    }

    private Optional<Place> last(List<String> candidates, String opens) {
        for (String name : candidates.reversed()) {
            Names.Both both = names.parts().get(name);
            if (both != null && both.in(reading).isPresent()) {
                return both.in(reading);
            }
            if (!names.known() && !opens.isEmpty() && Names.usable(name)) {
                return Optional.of(new Place(opens, name, ""));
            }
        }
        return Optional.empty();
    }

    /** Where a link to a bookmark leads; empty where that isn't a part of the text. */
    String address(String bookmark) {
        String href = names.links().get(bookmark);
        if (href != null) {
            return href;
        }
        return bookmark.isEmpty() || bookmark.startsWith("_") ? "" : "#" + bookmark;
    }
}
