package org.danaya.evtx;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names that an object's members have: a second Name is Name_1, a third Name_2. */
final class MemberNames {

    private final Map<String, Integer> uses = new HashMap<>();

    /** A name that no member has yet. */
    String next(String name) {
        Integer before = uses.putIfAbsent(name, 1);
        if (before == null) {
            return name;
        }
        int number = before;
        while (uses.containsKey(name + "_" + number)) {
            number++;
        }
        uses.put(name, number + 1);
        uses.put(name + "_" + number, 1);
        return name + "_" + number;
    }

    Set<String> all() {
        return uses.keySet();
    }
}
