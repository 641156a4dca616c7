package org.danaya.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Sends the reader to another page of this site with GET (303, RFC 9110 §15.4.4), usually after a
 * form was accepted.
 *
 * @param path a path of this site, with its query
 * @param notices what the next page says once, at its top
 */
public record Redirect(String path, List<Notice> notices) implements Answer {

    /** Refuses a path that would lead out of this site. */
    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            throw new IllegalArgumentException("Not a path of this site: " + path);
        }
    }

    /** To a path of this site. */
    public static Redirect to(String path) {
        return new Redirect(path, List.of());
    }

    /** Has the next page say this once. */
    public Redirect saying(Notice notice) {
        List<Notice> all = new ArrayList<>(notices);
        all.add(notice);
        return new Redirect(path, List.copyOf(all));
    }
}
