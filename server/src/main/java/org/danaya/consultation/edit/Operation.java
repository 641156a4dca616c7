package org.danaya.consultation.edit;

import org.danaya.text.akn.Element;
import org.danaya.text.edit.Edited;
import org.danaya.text.edit.Editing;
import org.danaya.text.edit.Scope;
import org.danaya.text.edit.Where;

/** Something done to the parts of a draft, beside their words. */
public sealed interface Operation {

    /** Makes a part. */
    record Insert(String part, Where where, String tag, String heading) implements Operation {}

    /**
     * Takes a part out.
     *
     * @param seen the hash of what whoever asked had seen
     */
    record Delete(String part, String seen) implements Operation {}

    /** Puts a part elsewhere. */
    record Move(String part, Where where, String target) implements Operation {}

    /**
     * Splits a part before one of its items.
     *
     * @param item of {@link Editing#items}
     */
    record Split(String part, int item, String seen) implements Operation {}

    /** Merges a part with the next one. */
    record Merge(String part, String seen) implements Operation {}

    /** Numbers parts anew. */
    record Renumber(String part, Scope scope) implements Operation {}

    /** The part that it is about. */
    String part();

    /** Its stable code; words under {@code edit.operation.CODE}. */
    default String code() {
        return switch (this) {
            case Insert _ -> "insert";
            case Delete _ -> "delete";
            case Move _ -> "move";
            case Split _ -> "split";
            case Merge _ -> "merge";
            case Renumber _ -> "renumber";
        };
    }

    /** The hash of what whoever asked had seen; empty where it doesn't matter. */
    default String seen() {
        return switch (this) {
            case Delete delete -> delete.seen();
            case Split split -> split.seen();
            case Merge merge -> merge.seen();
            case Insert _, Move _, Renumber _ -> "";
        };
    }

    /**
     * Does it to a text.
     *
     * @throws org.danaya.text.TextFault where it can't be done
     */
    default Edited on(Element root) {
        return switch (this) {
            case Insert(String at, Where where, String tag, String heading) ->
                    Editing.insert(root, at, where, tag, heading);
            case Delete(String part, _) -> Editing.delete(root, part);
            case Move(String part, Where where, String target) ->
                    Editing.move(root, part, where, target);
            case Split(String part, int item, _) -> Editing.split(root, part, item);
            case Merge(String part, _) -> Editing.merge(root, part);
            case Renumber(String part, Scope scope) -> Editing.renumber(root, scope, part);
        };
    }
}
