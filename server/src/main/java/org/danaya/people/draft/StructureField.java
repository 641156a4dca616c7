package org.danaya.people.draft;

import java.util.List;
import java.util.Locale;

/**
 * What can be typed about a structure, in a form or a file. Words under {@code people.field.CODE}.
 */
public enum StructureField {
    /** Its identifier. */
    IDENTIFIER("identifiant", "identifier id code"),
    /** Its kind, by code or by its French word. */
    KIND("type", "kind categorie"),
    /** Its name in French. */
    NAME_FR("nom_fr", "nom name_fr denomination"),
    /** Its name in English. */
    NAME_EN("nom_en", "name_en"),
    /** Its acronym. */
    ACRONYM("sigle", "acronym acronyme"),
    /** The identifier of the structure above it. */
    PARENT("parent", "rattachement tutelle"),
    /** Whether it is yet to be created. */
    PLANNED("prevue", "planned planifiee"),
    /** The day of its creation. */
    FROM("debut", "from date_debut"),
    /** The first day on which it doesn't exist any more. */
    UNTIL("fin", "until date_fin"),
    /** The act that creates it. */
    FOUNDING_ACT("acte", "founding_act acte_de_creation"),
    /** The act that ends it. */
    ENDING_ACT("acte_fin", "ending_act acte_de_fin"),
    /** Where this was read. */
    SOURCE("source", "sources");

    private final String column;
    private final String otherColumns;

    StructureField(String column, String otherColumns) {
        this.column = column;
        this.otherColumns = otherColumns;
    }

    /** The name of the field in forms and in words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The heading of the column in files. */
    public String column() {
        return column;
    }

    /** Other headings of the column that are understood. */
    public List<String> otherColumns() {
        return List.of(otherColumns.split(" ", -1));
    }
}
