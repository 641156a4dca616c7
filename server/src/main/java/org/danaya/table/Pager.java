package org.danaya.table;

import java.util.List;
import java.util.TreeSet;
import org.danaya.form.Query;

/**
 * The pages of a long list.
 *
 * @param page the one that is shown; the first is 1
 * @param size how many rows a page holds
 * @param total how many rows there are
 */
public record Pager(Query query, int page, int size, long total) {

    /** The number of the last page; 1 where there are no rows. */
    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The number of the first row shown, from 1. */
    public long from() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    /** The number of the last row shown. */
    public long to() {
        return Math.min(total, (long) page * size);
    }

    /** The address of a page. */
    public String link(int number) {
        return query.with("page", number == 1 ? "" : Integer.toString(number));
    }

    /** The pages to offer: the first, the last, and those beside this one. */
    public List<Integer> near() {
        TreeSet<Integer> near = new TreeSet<>();
        near.add(1);
        near.add(last());
        for (int number = page - 1; number <= page + 1; number++) {
            if (number >= 1 && number <= last()) {
                near.add(number);
            }
        }
        return List.copyOf(near);
    }
}
