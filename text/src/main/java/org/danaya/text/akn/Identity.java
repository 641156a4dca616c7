package org.danaya.text.akn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text is and which of its versions this is (FRBR, Akoma Ntoso Naming Convention §4).
 *
 * @param country ISO 3166, two letters in lower case
 * @param kind of text, one word, such as {@code strategie}
 * @param name of the text among those of its kind, one word, such as {@code cybersecurite}
 * @param began the day of its first version
 * @param version from 1
 * @param versionDay the day of this version
 * @param author who answers for it, one word, such as {@code structure-1}
 * @param authorName the same, to be read
 * @param language ISO 639-2, three letters
 */
public record Identity(
        String country,
        String kind,
        String name,
        LocalDate began,
        int version,
        LocalDate versionDay,
        String author,
        String authorName,
        String language) {

    private static final Set<String> AFTER_REFERENCES =
            Set.of("notes", "proprietary", "presentation");

    /** The component that is the text itself; its annexes are others. */
    public static final String MAIN = "main";

    /** A text of which nothing is known but its language (BCP 47; empty for unknown). */
    public static Identity unknown(String language, LocalDate day) {
        String three = language.isEmpty() ? "und" : three(language);
        return new Identity("xx", "texte", "texte", day, 1, day, "auteur", "", three);
    }

    private static String three(String language) {
        String code = Locale.forLanguageTag(language).getISO3Language();
        return code.isEmpty() ? "und" : code;
    }

    private String work() {
        return "/akn/%s/doc/%s/%s/%s".formatted(country, kind, began, name);
    }

    private String expression() {
        return "%s/%s@%s".formatted(work(), language, versionDay);
    }

    /**
     * The {@code meta} of the text, or of a component of it.
     *
     * @param component {@link #MAIN}, or one word that names an annex
     */
    public Element meta(String component) {
        Element by = Element.of("FRBRauthor").with("href", "#" + author).with("as", "#author");
        Element identification =
                Element.of(
                                "identification",
                                Element.of(
                                        "FRBRWork",
                                        value("FRBRthis", work() + "/!" + component),
                                        value("FRBRuri", work()),
                                        date(began, "creation"),
                                        by,
                                        value("FRBRcountry", country)),
                                Element.of(
                                        "FRBRExpression",
                                        value("FRBRthis", expression() + "/!" + component),
                                        value("FRBRuri", expression()),
                                        date(versionDay, "version"),
                                        by,
                                        value("FRBRversionNumber", Integer.toString(version)),
                                        Element.of("FRBRlanguage").with("language", language)),
                                Element.of(
                                        "FRBRManifestation",
                                        value("FRBRthis", expression() + "/!" + component + ".xml"),
                                        value("FRBRuri", expression() + ".akn"),
                                        date(versionDay, "xml"),
                                        by))
                        .with("source", "#" + author);
        Element references =
                Element.of(
                                "references",
                                Element.of("TLCOrganization")
                                        .with(Element.EID, author)
                                        .with(
                                                "href",
                                                "/akn/ontology/organization/"
                                                        + country
                                                        + "/"
                                                        + author)
                                        .with("showAs", authorName),
                                Element.of("TLCRole")
                                        .with(Element.EID, "author")
                                        .with("href", "/akn/ontology/role/author")
                                        .with("showAs", "author"))
                        .with("source", "#" + author);
        // Names are given once in a document, for its components too.
        return component.equals(MAIN)
                ? Element.of("meta", identification, references)
                : Element.of("meta", identification);
    }

    /**
     * A document from elsewhere under this identity: its own names for itself are replaced, all
     * else that it says about itself stays.
     *
     * @param root {@code akomaNtoso} with one document in it
     */
    public Element applied(Element root) {
        Element meta = meta(MAIN);
        return root.with(
                root.children().stream()
                        .map(
                                node ->
                                        node instanceof Element document
                                                ? applied(document, meta)
                                                : node)
                        .toList());
    }

    private static Element applied(Element document, Element ours) {
        List<Node> children = new ArrayList<>();
        Optional<Element> theirs = document.first("meta");
        children.add(theirs.map(meta -> applied(meta.children(), ours)).orElse(ours));
        document.children().stream()
                .filter(node -> !(node instanceof Element element && element.tag().equals("meta")))
                .forEach(children::add);
        return document.with(children);
    }

    /** Ours in place of theirs; their references beside ours, but for names that ours have. */
    private static Element applied(List<Node> theirs, Element ours) {
        Element references = ours.first("references").orElseThrow();
        Set<String> taken = references.elements().map(Element::eId).collect(Collectors.toSet());
        List<Node> all = new ArrayList<>(references.children());
        List<Node> children = new ArrayList<>();
        children.add(ours.first("identification").orElseThrow());
        for (Node node : theirs) {
            if (node instanceof Element element) {
                switch (element.tag()) {
                    case "identification" -> {}
                    case "references" ->
                            element.elements()
                                    .filter(each -> !taken.contains(each.eId()))
                                    .forEach(all::add);
                    default -> children.add(element);
                }
            }
        }
        children.add(place(children), references.with(all));
        return Element.of("meta", children);
    }

    /** Before what the standard has after {@code references}. */
    private static int place(List<Node> meta) {
        for (int at = 0; at < meta.size(); at++) {
            if (meta.get(at) instanceof Element element
                    && AFTER_REFERENCES.contains(element.tag())) {
                return at;
            }
        }
        return meta.size();
    }

    private static Element value(String tag, String value) {
        return Element.of(tag).with("value", value);
    }

    private static Element date(LocalDate day, String name) {
        return Element.of("FRBRdate").with("date", day.toString()).with("name", name);
    }
}
