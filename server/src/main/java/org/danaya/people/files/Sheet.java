package org.danaya.people.files;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.danaya.people.draft.StructureField;

/**
 * What the columns of a file mean.
 *
 * @param columns all that are known; the order is that of the documentation
 */
record Sheet(List<Column> columns) {

    /** Structures. */
    static final Sheet STRUCTURES =
            new Sheet(
                    Arrays.stream(StructureField.values())
                            .map(
                                    field ->
                                            new Column(
                                                    field.code(),
                                                    field.column(),
                                                    field.otherColumns(),
                                                    needed(field)))
                            .toList());

    /** Persons, by name. */
    static final Sheet PERSONS =
            new Sheet(
                    List.of(
                            new Column(
                                    "given-names",
                                    "prenoms",
                                    List.of("prenom", "given_names"),
                                    true),
                            new Column("family-name", "nom", List.of("family_name"), true)));

    /** Positions of structures. */
    static final Sheet POSITIONS =
            new Sheet(
                    List.of(
                            new Column(
                                    "structure",
                                    "structure",
                                    List.of("identifiant", "identifier"),
                                    true),
                            new Column(
                                    "title-fr",
                                    "fonction",
                                    List.of("titre", "fonction_fr", "title_fr"),
                                    true),
                            new Column(
                                    "title-fr-feminine",
                                    "fonction_feminin",
                                    List.of("titre_feminin", "title_fr_feminine"),
                                    false),
                            new Column(
                                    "title-en",
                                    "fonction_en",
                                    List.of("titre_en", "title_en"),
                                    false),
                            new Column("basis-act", "acte", List.of("basis_act"), false),
                            new Column("from", "debut", List.of("from"), false)));

    /**
     * A column.
     *
     * @param field the code of the field that it fills
     * @param name its heading in files that we write
     * @param others other headings that are understood
     * @param needed whether a file without it can't be read
     */
    record Column(String field, String name, List<String> others, boolean needed) {}

    /** A text as it is compared: without case, accents, and what stands between words. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[\\s_-]+", "_");
    }

    /** A text as an error repeats it: on one line, and cut. */
    static String shown(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static boolean needed(StructureField field) {
        return field == StructureField.IDENTIFIER
                || field == StructureField.KIND
                || field == StructureField.NAME_FR;
    }
}
