package org.danaya.consultation.observation.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.base.SearchText;

/**
 * The columns of the commenting form (CEN/ISO template, 2012), by what their headings begin with,
 * in English and French. The order is that in which a heading is tried: what is more exact first.
 */
enum FormColumn {
    /** What the secretariat says about it; isn't read. */
    SECRETARIAT(
            "observations of the secretariat",
            "observation of the secretariat",
            "secretariat",
            "observations du secretariat",
            "observation du secretariat",
            "suite donnee",
            "reponse du secretariat",
            "decision"),
    /** Who says it. */
    MEMBER(
            "mb/nc",
            "mb",
            "member body",
            "nc",
            "on/",
            "organisme",
            "structure",
            "ministere",
            "department",
            "organisation",
            "membre"),
    /** The number of a line in a printed text. */
    LINE("line", "ligne", "n° de ligne", "no de ligne", "numero de ligne", "page"),
    /** Where: a paragraph, figure or table of the clause. */
    PARAGRAPH("paragraph", "paragraphe", "alinea", "figure", "tableau"),
    /** Where. */
    CLAUSE(
            "clause",
            "subclause",
            "article",
            "section",
            "disposition",
            "reference",
            "partie",
            "chapitre",
            "point",
            "provision"),
    /** The wording that is proposed. */
    PROPOSAL(
            "proposed change",
            "proposed",
            "proposal",
            "modification proposee",
            "modifications proposees",
            "proposition",
            "redaction proposee",
            "texte propose",
            "amendement",
            "formulation proposee"),
    /** On which law it rests. */
    BASIS("base legale", "base juridique", "fondement", "legal basis", "reference legale"),
    /** Whether it is confidential. */
    CONFIDENTIAL("confidentiel", "confidential"),
    /** ge, te, ed. */
    TYPE("type", "nature", "categorie", "kind"),
    /** What is said. */
    COMMENT("comment", "commentaire", "observation", "remarque", "justification", "avis");

    @SuppressWarnings("ImmutableEnumChecker") // A copy that never changes.
    private final List<String> headings;

    FormColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column that a heading names, if it is one. */
    static Optional<FormColumn> of(String heading) {
        String plain = SearchText.plain(heading).replaceAll("[\\s/]*[0-9(]+[)]?$", "").strip();
        if (plain.isEmpty() || plain.length() > 80) {
            return Optional.empty();
        }
        if (plain.startsWith("reference legale") || plain.startsWith("reference juridique")) {
            return Optional.of(BASIS);
        }
        return Arrays.stream(values())
                .filter(column -> column.headings.stream().anyMatch(plain::startsWith))
                .findFirst();
    }
}
