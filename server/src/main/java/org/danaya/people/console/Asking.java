package org.danaya.people.console;

import java.util.List;
import java.util.Map;
import org.danaya.form.Form;
import org.danaya.page.Above;
import org.danaya.people.Structure;
import org.danaya.people.draft.Difference;
import org.danaya.table.Cell;

/**
 * A page with one form.
 *
 * @param title the key of its title
 * @param about what it is about, for the title's place; may be empty
 * @param intro the key of what stands above the form; may be empty
 * @param crumbs the pages above it, whose labels are keys where {@link Above} says so
 * @param changes what somebody else changed since the form was opened; empty otherwise
 * @param submit the key of the button's words
 */
public record Asking(
        String title,
        String about,
        String intro,
        List<Above> crumbs,
        List<Change> changes,
        Form form,
        String action,
        String submit,
        String cancel) {

    /** A page with a form about one structure; its words are under {@code people.WHAT}. */
    static Asking about(
            Structure structure, String what, Form form, List<Difference> changes, String submit) {
        return new Asking(
                "people." + what,
                structure.details().nameFr(),
                "people." + what + ".intro",
                StructurePages.trail(structure),
                changes.stream()
                        .map(
                                each ->
                                        new Change(
                                                Forms.WORDS + "." + each.field(),
                                                each.before(),
                                                each.after()))
                        .toList(),
                form,
                StructurePages.path(structure) + "/" + what,
                submit,
                StructurePages.path(structure));
    }

    /** A field that changed, by the key of its label. */
    public record Change(String label, String before, String after) {}

    /** One line of “check your answers”. */
    public record Answer(String label, Cell cell) {}

    /**
     * A page that asks whether all is right before something official happens.
     *
     * @param warnings keys of what will happen, each with what fills its place
     * @param confirm what was typed, hidden
     */
    public record Confirming(
            String title,
            String about,
            List<Above> crumbs,
            List<Answer> answers,
            List<Map.Entry<String, List<String>>> warnings,
            Form confirm,
            String action,
            String submit,
            String back,
            boolean danger) {}
}
