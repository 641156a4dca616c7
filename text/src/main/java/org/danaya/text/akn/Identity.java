package org.danaya.text.akn;

import java.time.LocalDate;
import java.util.Locale;

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
        Element by = Element.of("FRBRauthor").with("href", "#" + author).with("as", "#auteur");
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
                                        .with(Element.EID, "auteur")
                                        .with("href", "/akn/ontology/role/author")
                                        .with("showAs", "auteur"))
                        .with("source", "#" + author);
        // Names are given once in a document, for its components too.
        return component.equals(MAIN)
                ? Element.of("meta", identification, references)
                : Element.of("meta", identification);
    }

    private static Element value(String tag, String value) {
        return Element.of(tag).with("value", value);
    }

    private static Element date(LocalDate day, String name) {
        return Element.of("FRBRdate").with("date", day.toString()).with("name", name);
    }
}
