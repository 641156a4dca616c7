package org.danaya.people.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.people.Structure;
import org.danaya.people.StructureKind;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.table.Cell;

/** The form of a structure, to create one and to change one. */
final class StructureForm {

    /** The code of a change that holds from a day on. */
    static final String CHANGE = "change";

    /** The code of a correction of what holds now. */
    static final String CORRECTION = "correction";

    private static final int LONGEST_LIST = 300;

    private final Structures structures;

    StructureForm(Structures structures) {
        this.structures = structures;
    }

    /** An empty form for a new structure. */
    Form create() {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(Field.text("identifier", 300));
        fields.addAll(common());
        return Form.of(Forms.WORDS, fields);
    }

    /** A form for a structure that exists, filled in with a draft. */
    Form change(
            Structure structure, int version, StructureDraft draft, String mode, String effective) {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(Field.text("version", 9).hidden());
        fields.addAll(common());
        if (structure.details().until() != null) {
            fields.add(Field.date("until"));
            fields.add(Field.text("ending-act", 500).optional());
        }
        fields.add(
                Field.choice(
                                "mode",
                                List.of(
                                        Option.worded(CHANGE, "people.mode.change"),
                                        Option.worded(CORRECTION, "people.mode.correction")))
                        .radios());
        fields.add(Field.date("effective").optional());
        Map<String, String> texts = new HashMap<>(texts(draft));
        texts.put("version", Integer.toString(version));
        texts.put("mode", mode);
        texts.put("effective", effective);
        return Forms.filled(Form.of(Forms.WORDS, fields), texts);
    }

    /** What was typed about a structure. */
    static StructureDraft draft(Submission sent) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        for (StructureField field : StructureField.values()) {
            if (sent.texts().containsKey(field.code()) || field == StructureField.PLANNED) {
                typed.put(field, Forms.typed(sent, field.code()));
            }
        }
        return new StructureDraft(typed);
    }

    /** The names of the fields that a structure's form may send. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(StructureField.values()).map(StructureField::code),
                        Stream.of("version", "mode", "effective"))
                .toList();
    }

    /** What was typed, line by line, to be checked. */
    List<Asking.Answer> answers(StructureDraft draft) {
        List<Asking.Answer> answers = new ArrayList<>();
        for (StructureField field : StructureField.values()) {
            if (draft.typed().containsKey(field)) {
                answers.add(
                        new Asking.Answer(
                                Forms.WORDS + "." + field.code(), cell(field, draft.get(field))));
            }
        }
        return answers;
    }

    /** A field's value as people read it. */
    Cell cell(StructureField field, String typed) {
        return switch (field) {
            case KIND -> typed.isEmpty() ? Forms.cell("") : new Cell.Words("people.kind." + typed);
            case PLANNED -> new Cell.Words(typed.isEmpty() ? "people.no" : "people.yes");
            case PARENT ->
                    Forms.cell(
                            structures
                                    .find(typed)
                                    .map(parent -> parent.details().nameFr())
                                    .orElse(typed));
            case FROM, UNTIL ->
                    typed.matches("\\d{4}-\\d{2}-\\d{2}")
                            ? new Cell.Day(LocalDate.parse(typed))
                            : Forms.cell(typed);
            case IDENTIFIER, NAME_FR, NAME_EN, ACRONYM, FOUNDING_ACT, ENDING_ACT, SOURCE ->
                    Forms.cell(typed);
        };
    }

    static Map<String, String> texts(StructureDraft draft) {
        Map<String, String> texts = new HashMap<>();
        draft.typed().forEach((field, text) -> texts.put(field.code(), text));
        return texts;
    }

    /** A field that names a structure: a list where there are few, an identifier where many. */
    Field<String> structure(String name) {
        List<Structure> all = structures.list(Structures.Query.ALL, "", LONGEST_LIST + 1);
        return all.size() > LONGEST_LIST
                ? Field.text(name, 300)
                : Field.choice(
                        name,
                        all.stream()
                                .filter(one -> one.details().until() == null)
                                .map(StructureForm::option)
                                .toList());
    }

    private static Option option(Structure structure) {
        String acronym = structure.details().acronym();
        String name = structure.details().nameFr();
        return Option.named(
                structure.identifier(), acronym == null ? name : acronym + " – " + name);
    }

    private List<Field<?>> common() {
        return List.of(
                Field.choice(
                        "kind",
                        Arrays.stream(StructureKind.values())
                                .map(
                                        kind ->
                                                Option.worded(
                                                        kind.code(), "people.kind." + kind.code()))
                                .toList()),
                Field.text("name-fr", 300),
                Field.text("name-en", 300).optional(),
                Field.text("acronym", 40).optional(),
                structure("parent").optional(),
                Field.tick("planned").optional(),
                Field.date("from").optional(),
                Field.text("founding-act", 500).optional(),
                Field.text("source", 500).optional());
    }
}
