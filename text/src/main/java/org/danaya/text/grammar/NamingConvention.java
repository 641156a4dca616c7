package org.danaya.text.grammar;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the Akoma Ntoso Naming Convention 1.0 makes an {@code eId}: {@code prefix__element_number}
 * (§5.4), where prefix is that of an element around or before it, element its name or the short
 * form of it (§5.4.2), and number what stands in its {@code num}, or its place.
 */
final class NamingConvention {

    private static final String PART = "__";

    /** Short forms; all other elements go by their name. */
    private static final Map<String, List<String>> SHORT =
            Map.ofEntries(
                    Map.entry("alinea", List.of("al")),
                    Map.entry("amendmentBody", List.of("body")),
                    Map.entry("article", List.of("art")),
                    Map.entry("attachment", List.of("att")),
                    Map.entry("blockList", List.of("list")),
                    Map.entry("chapter", List.of("chp")),
                    Map.entry("citation", List.of("cit")),
                    Map.entry("citations", List.of("cits")),
                    Map.entry("clause", List.of("cl")),
                    Map.entry("components", List.of("cmpnts")),
                    Map.entry("componentRef", List.of("cref")),
                    Map.entry("debateBody", List.of("body")),
                    Map.entry("debateSection", List.of("dbsect")),
                    Map.entry("division", List.of("dvs")),
                    Map.entry("documentRef", List.of("dref")),
                    Map.entry("eventRef", List.of("eref")),
                    Map.entry("judgmentBody", List.of("body")),
                    Map.entry("listIntroduction", List.of("intro")),
                    Map.entry("listWrapUp", List.of("wrapup", "wrap")),
                    Map.entry("mainBody", List.of("body")),
                    Map.entry("paragraph", List.of("para")),
                    Map.entry("quotedStructure", List.of("qstr")),
                    Map.entry("quotedText", List.of("qtext")),
                    Map.entry("recital", List.of("rec")),
                    Map.entry("recitals", List.of("recs")),
                    Map.entry("section", List.of("sec")),
                    Map.entry("subchapter", List.of("subchp")),
                    Map.entry("subclause", List.of("subcl")),
                    Map.entry("subdivision", List.of("subdvs")),
                    Map.entry("subparagraph", List.of("subpara")),
                    Map.entry("subsection", List.of("subsec")),
                    Map.entry("temporalGroup", List.of("tmpg")),
                    Map.entry("wrapUp", List.of("wrapup")));

    /** In the metadata most names are free; these aren't. */
    private static final Set<String> NAMED_IN_META = Set.of("eventRef", "temporalGroup");

    private NamingConvention() {}

    /** What may stand for an element in an address. */
    static List<String> references(String element) {
        return SHORT.getOrDefault(element, List.of(element));
    }

    /** Whether the last part of an address is that of such an element. */
    static boolean follows(String element, String eId, boolean meta) {
        if (element.equals("component") || (meta && !NAMED_IN_META.contains(element))) {
            return true;
        }
        int at = eId.lastIndexOf(PART);
        String last = at < 0 ? eId : eId.substring(at + PART.length());
        for (String reference : references(element)) {
            if (last.startsWith(reference)) {
                String rest = last.substring(reference.length());
                if (rest.isEmpty() || (rest.length() > 1 && rest.startsWith("_"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What stands before the last part; empty where there is only one. */
    static String prefix(String eId) {
        int at = eId.lastIndexOf(PART);
        return at < 0 ? "" : eId.substring(0, at);
    }
}
