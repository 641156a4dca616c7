package org.danaya.text.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that name the parts of official texts, in French and English, and what follows them:
 * {@code TITRE II – DES OBLIGATIONS}, {@code Article 3 bis. Objet}, {@code Axe 1 : gouvernance}.
 *
 * @param tag of the part
 * @param number with its word, such as {@code Article 3 bis}
 * @param heading what follows; may be empty
 * @param end in the text, where {@code heading} begins
 */
record Label(String tag, String number, String heading, int end) {

    private static final String NUMBER =
            "(?:(?iu:premi(?:er|ère)|unique|préliminaire|liminaire)|\\d+(?:[.-]\\d+)*(?:er|ère|re|ème|e|º|°)?|[IVXLC]+|[A-Z]|n[°º]\\s?\\d+)"
                    + "(?:[\\s\\u00a0]+(?iu:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\\b)?";

    /** What stands between a number and its heading. */
    private static final String AFTER = "(?:[\\s\\u00a0]*[.:–—-]+)*[\\s\\u00a0]*";

    private record Named(String tag, Pattern pattern) {}

    private static final List<Named> NAMED =
            List.of(
                    named("attachment", "ANNEXE|Annexe|ANNEX|Annex|APPENDICE|Appendice", true),
                    named("book", "LIVRE|Livre|BOOK|Book", false),
                    named("title", "TITRE|Titre|TITLE|Title", false),
                    named(
                            "part",
                            "PARTIE|Partie|PART|Part|AXE(?:\\s+STRATÉGIQUE)?|Axe(?:\\s+stratégique)?|AXIS|Axis",
                            false),
                    named(
                            "chapter",
                            "OBJECTIF(?:\\s+(?:STRATÉGIQUE|SPÉCIFIQUE))?|Objectif(?:\\s+(?:stratégique|spécifique))?|Objective",
                            false),
                    named("subchapter", "SOUS-CHAPITRE|Sous-chapitre", false),
                    named("chapter", "CHAPITRE|Chapitre|CHAPTER|Chapter", false),
                    named("subsection", "SOUS-SECTION|Sous-section|SUBSECTION|Subsection", false),
                    named("section", "SECTION|Section", false),
                    named(
                            "article",
                            "ARTICLE|Article|Art\\.|ART\\.|ACTION|Action|MESURE|Mesure",
                            false));

    private static Named named(String tag, String words, boolean alone) {
        String number = alone ? "(?:[\\s\\u00a0]+" + NUMBER + ")?" : "[\\s\\u00a0]+" + NUMBER;
        return new Named(
                tag,
                Pattern.compile("^((?:" + words + ")" + number + ")(?![\\p{L}\\p{N}])" + AFTER));
    }

    /** The label with which a text begins. */
    static Optional<Label> of(String text) {
        for (Named named : NAMED) {
            Matcher found = named.pattern().matcher(text);
            if (found.find()) {
                return Optional.of(
                        new Label(
                                named.tag(),
                                found.group(1).replaceAll("[\\s\\u00a0]+", " "),
                                text.substring(found.end()),
                                found.end()));
            }
        }
        return Optional.empty();
    }
}
