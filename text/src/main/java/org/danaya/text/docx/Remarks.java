package org.danaya.text.docx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is to be told. */
final class Remarks {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Once more. */
    void tell(String what) {
        tell(what, 1);
    }

    void tell(String what, int count) {
        if (count > 0) {
            counts.merge("text.docx." + what, count, Integer::sum);
        }
    }

    /** In the order of codes. */
    List<Remark> all() {
        return counts.entrySet().stream()
                .map(entry -> new Remark(entry.getKey(), entry.getValue()))
                .toList();
    }
}
