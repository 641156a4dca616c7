package org.danaya.text.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That no two elements have the same name: {@code eId}, {@code GUID} and {@code wId} within a
 * document (a document that is part of another counts with it), {@code xml:id} within the file. And
 * that an {@code eId} is what the Akoma Ntoso Naming Convention 1.0 (§5.4) makes it.
 */
final class Identifiers {

    private final Findings findings;

    /** The outermost document that is open; null outside of documents. */
    private @Nullable Frame document;

    /** The lines of what has such a name in the outermost document, and (xml:id) in the file. */
    private final Map<String, Integer> eIds = new HashMap<>();

    private final Map<String, Integer> wIds = new HashMap<>();
    private final Map<String, Integer> guids = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    /** All addresses of the file so far. */
    private final Set<String> known = new HashSet<>();

    Identifiers(Findings findings) {
        this.findings = findings;
    }

    /** An element of the standard begins. */
    void begin(Frame frame, Declaration declaration, String wId, String guid) {
        if (document != null) {
            boolean again = repeats(Rule.EID_DUPLICATE, frame, "eId", frame.eId, eIds);
            repeats(Rule.GUID_DUPLICATE, frame, "GUID", guid, guids);
            if (!again) {
                String name = wId.isEmpty() ? frame.eId : wId;
                repeats(Rule.WID_DUPLICATE, frame, "wId", name, wIds);
            }
        } else if (declaration.unique()) {
            document = frame;
        }
        if (!frame.eId.isEmpty()) {
            checkName(frame);
            known.add(frame.eId);
        }
    }

    /** An element ends. */
    void end(Frame frame) {
        if (frame == document) {
            document = null;
            eIds.clear();
            wIds.clear();
            guids.clear();
        }
    }

    /** An {@code xml:id}, of whatever element. */
    void id(Frame frame, String value) {
        repeats(Rule.ID_DUPLICATE, frame, "xml:id", Values.trimmed(value), ids);
    }

    private boolean repeats(
            Rule rule, Frame frame, String attribute, String name, Map<String, Integer> lines) {
        if (name.isEmpty()) {
            return false;
        }
        Integer first = lines.putIfAbsent(name, frame.line);
        if (first != null) {
            findings.add(rule, frame, attribute, name, List.of(first.toString()));
        }
        return first != null;
    }

    private void checkName(Frame frame) {
        if (!NamingConvention.follows(frame.name, frame.eId, frame.meta)) {
            findings.add(
                    Rule.EID_NAMING,
                    frame,
                    "eId",
                    frame.eId,
                    NamingConvention.references(frame.name));
        } else {
            String prefix = NamingConvention.prefix(frame.eId);
            if (!frame.meta
                    && !prefix.isEmpty()
                    && !known.contains(prefix)
                    && !isOfOneWithout(frame, prefix)) {
                findings.add(Rule.EID_PREFIX, frame, "eId", frame.eId, nearest(frame));
            }
        }
    }

    /** Whether it is the address that an element around would have, if it had one. */
    private static boolean isOfOneWithout(Frame frame, String prefix) {
        for (Frame at = frame.parent; at != null; at = at.parent) {
            if (at.eId.isEmpty() && NamingConvention.follows(at.name, prefix, false)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> nearest(Frame frame) {
        for (Frame at = frame.parent; at != null; at = at.parent) {
            if (!at.eId.isEmpty()) {
                return List.of(at.eId);
            }
        }
        return List.of();
    }
}
