package org.danaya.people.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.danaya.people.StructureDetails;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a structure, as typed. A field that isn't there says nothing; an empty
 * one says that there is no value.
 */
public record StructureDraft(Map<StructureField, String> typed) {

    /** A draft that later changes of the map don't reach. */
    public StructureDraft {
        Map<StructureField, String> copy = new EnumMap<>(StructureField.class);
        copy.putAll(typed);
        typed = Collections.unmodifiableMap(copy);
    }

    /** What is typed in a field; empty where nothing is. */
    public String get(StructureField field) {
        return typed.getOrDefault(field, "");
    }

    /** A structure as somebody would type it. */
    public static StructureDraft of(
            String identifier, StructureDetails details, @Nullable String parentIdentifier) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        for (StructureField field : StructureField.values()) {
            String value =
                    switch (field) {
                        case IDENTIFIER -> identifier;
                        case KIND -> details.kind().code();
                        case NAME_FR -> details.nameFr();
                        case NAME_EN -> details.nameEn();
                        case ACRONYM -> details.acronym();
                        case PARENT -> parentIdentifier;
                        case PLANNED -> details.planned() ? "oui" : "";
                        case FROM -> text(details.from());
                        case UNTIL -> text(details.until());
                        case FOUNDING_ACT -> details.foundingAct();
                        case ENDING_ACT -> details.endingAct();
                        case SOURCE -> details.source();
                    };
            typed.put(field, value == null ? "" : value);
        }
        return new StructureDraft(typed);
    }

    /** This draft, with what it doesn't say taken from another. */
    public StructureDraft over(StructureDraft other) {
        Map<StructureField, String> both = new EnumMap<>(StructureField.class);
        both.putAll(other.typed);
        both.putAll(typed);
        return new StructureDraft(both);
    }

    /** The fields in which another draft differs, in their order. */
    public List<Difference> differences(StructureDraft after) {
        List<Difference> differences = new ArrayList<>();
        Arrays.stream(StructureField.values())
                .filter(field -> !get(field).equals(after.get(field)))
                .map(field -> new Difference(field.code(), get(field), after.get(field)))
                .forEach(differences::add);
        return differences;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
