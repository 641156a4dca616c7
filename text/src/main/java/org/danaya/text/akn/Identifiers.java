package org.danaya.text.akn;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the parts of a text their {@code eId} (Akoma Ntoso Naming Convention §5): the short name of
 * the element and its number, after that of the part around it; made unique where numbers repeat.
 */
public final class Identifiers {

    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("alinea", "al"),
                    Map.entry("article", "art"),
                    Map.entry("attachment", "att"),
                    Map.entry("attachments", "atts"),
                    Map.entry("book", "book"),
                    Map.entry("chapter", "chp"),
                    Map.entry("citation", "cit"),
                    Map.entry("citations", "cits"),
                    Map.entry("clause", "cl"),
                    Map.entry("component", "cmp"),
                    Map.entry("components", "cmpnts"),
                    Map.entry("componentRef", "cref"),
                    Map.entry("debateBody", "debate"),
                    Map.entry("debateSection", "dbsect"),
                    Map.entry("division", "dvs"),
                    Map.entry("documentRef", "dref"),
                    Map.entry("eventRef", "eref"),
                    Map.entry("judgmentBody", "judg"),
                    Map.entry("level", "lvl"),
                    Map.entry("listIntroduction", "intro"),
                    Map.entry("listWrapUp", "wrapup"),
                    Map.entry("paragraph", "para"),
                    Map.entry("quotedStructure", "qstr"),
                    Map.entry("quotedText", "qtext"),
                    Map.entry("recital", "rec"),
                    Map.entry("recitals", "recs"),
                    Map.entry("section", "sec"),
                    Map.entry("subchapter", "subchp"),
                    Map.entry("subclause", "subcl"),
                    Map.entry("subdivision", "subdvs"),
                    Map.entry("subparagraph", "subpara"),
                    Map.entry("subsection", "subsec"),
                    Map.entry("temporalGroup", "tmpg"),
                    Map.entry("wrapUp", "wrapup"));

    /** What carries an eId although it is no part: the standard asks for one. */
    private static final Set<String> OTHERS =
            Set.of("content", "intro", "wrapUp", "p", "table", "authorialNote");

    private static final Pattern NOT_NUMBER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The word before the number: {@code Article}, {@code TITRE}, {@code Axe stratégique}. */
    private static final Pattern LABEL = Pattern.compile("^(\\p{L}{2,}[ \\u00a0]+)+(?=\\S)");

    private final Map<String, Integer> taken = new HashMap<>();

    /** The new names of parts that had others. */
    private final Map<String, String> renamed = new HashMap<>();

    private Identifiers() {}

    /**
     * The document with an eId on each of its parts. Those that it has are given anew, and what
     * refers to them follows.
     */
    public static Element identified(Element root) {
        Identifiers identifiers = new Identifiers();
        Element identified = identifiers.below(root, "");
        return identifiers.renamed.isEmpty()
                ? identified
                : identified.mapped(identifiers::referring);
    }

    private Element referring(Element element) {
        Element changed = element;
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String value = attribute.getValue();
            if (value.startsWith("#") && renamed.containsKey(value.substring(1))) {
                changed = changed.with(attribute.getKey(), "#" + renamed.get(value.substring(1)));
            }
        }
        return changed;
    }

    /**
     * The document with a wId on each numbered part that has none: its eId, where no part of any
     * version ever had that name; otherwise one that says in which version it came.
     *
     * @param root with an eId on each part
     * @param used the names of parts of all versions before
     * @param version in which new parts come, from 1
     */
    public static Element lasting(Element root, Set<String> used, int version) {
        Set<String> taken = new HashSet<>(used);
        root.all().map(Element::wId).forEach(taken::add);
        Set<String> kept = new HashSet<>();
        return root.mapped(
                element -> {
                    if (element.kind() != Kind.HIERARCHY && !element.tag().equals("attachment")) {
                        return element;
                    }
                    if (!element.wId().isEmpty() && kept.add(element.wId())) {
                        return element;
                    }
                    String name = element.eId();
                    for (int again = 1; !taken.add(name); again++) {
                        name = element.eId() + "-v" + version + (again == 1 ? "" : "-" + again);
                    }
                    kept.add(name);
                    return element.with(Element.WID, name);
                });
    }

    private Element below(Element element, String around) {
        Map<String, Integer> counts = new HashMap<>();
        List<Node> children = new ArrayList<>(element.children().size());
        for (Node child : element.children()) {
            children.add(
                    child instanceof Element below && below.kind() != Kind.META
                            ? one(below, around, counts)
                            : child);
        }
        return element.with(children);
    }

    private Element one(Element element, String around, Map<String, Integer> counts) {
        if (!named(element)) {
            return below(element, around);
        }
        String before = around.isEmpty() ? "" : around + "__";
        String eId = unique(before + shortName(element.tag()) + "_" + number(element, counts));
        if (!element.eId().isEmpty() && !element.eId().equals(eId)) {
            renamed.putIfAbsent(element.eId(), eId);
        }
        return below(element.with(Element.EID, eId), inherits(element) ? eId : around);
    }

    /** Parts name those within; {@code content} and {@code p} stand in no name but their own. */
    private static boolean inherits(Element element) {
        return switch (element.tag()) {
            case "content", "intro", "wrapUp", "p" -> false;
            default -> true;
        };
    }

    private static boolean named(Element element) {
        return element.kind() == Kind.HIERARCHY
                || element.tag().equals("attachment")
                || OTHERS.contains(element.tag());
    }

    /** The short name of an element, as names of parts begin. */
    public static String shortName(String tag) {
        return SHORT.getOrDefault(tag, tag);
    }

    private static String number(Element element, Map<String, Integer> counts) {
        int position = counts.merge(element.tag(), 1, Integer::sum);
        String written =
                element.first("num").map(Element::words).map(Identifiers::plain).orElse("");
        return written.isEmpty() ? Integer.toString(position) : written;
    }

    /**
     * A number as a name has it: {@code Article 3 bis} is {@code 3bis}, {@code a)} is {@code a}.
     */
    public static String plain(String number) {
        String bare = number.strip();
        Matcher label = LABEL.matcher(bare);
        if (label.find()) {
            bare = bare.substring(label.end());
        }
        String plain = NOT_NUMBER.matcher(bare).replaceAll("");
        return Normalizer.normalize(dashed(bare, plain), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    /** {@code 1.2} and {@code 12} are two numbers. */
    private static String dashed(String bare, String plain) {
        String levels = bare.replaceAll("[.)\\s]+$", "");
        return levels.matches("\\p{N}+([.]\\p{N}+)+") ? levels.replace('.', '-') : plain;
    }

    private String unique(String eId) {
        int already = taken.merge(eId, 1, Integer::sum);
        return already == 1 ? eId : unique(eId + "-" + already);
    }
}
