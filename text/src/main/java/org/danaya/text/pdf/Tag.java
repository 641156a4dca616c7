package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * An element of the tree that tells programs what is what (ISO 32000-1 §14.7). Tags of blocks stand
 * in their parent from the start, in the order of the text; tags of words when they are painted.
 */
final class Tag {

    private final COSDictionary element = new COSDictionary();
    private final COSArray kids = new COSArray();
    private final Tag parent;
    private final List<COSDictionary> attributes = new ArrayList<>();
    private boolean placed;

    private Tag(String type, Tag parent) {
        this.parent = parent;
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setName(COSName.S, type);
        element.setItem(COSName.K, kids);
    }

    /** The element above all. */
    static Tag document(COSDictionary root) {
        Tag tag = new Tag("Document");
        tag.element.setItem(COSName.P, root);
        return tag;
    }

    /** An element of no document, for measuring. */
    static Tag nowhere() {
        return new Tag("Document");
    }

    private Tag(String type) {
        parent = this;
        placed = true;
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setName(COSName.S, type);
        element.setItem(COSName.K, kids);
    }

    /** A tag below, after those that are there. */
    Tag block(String type) {
        Tag tag = inline(type);
        tag.place();
        return tag;
    }

    /** A tag below that takes its place when it is painted. */
    Tag inline(String type) {
        return new Tag(type, this);
    }

    COSDictionary element() {
        return element;
    }

    Tag language(String language) {
        if (!language.isEmpty()) {
            element.setString(COSName.LANG, language);
        }
        return this;
    }

    Tag id(String id) {
        element.setString(COSName.ID, id);
        return this;
    }

    /** An attribute (ISO 32000-1 §14.8.5). */
    Tag attribute(String owner, String name, COSBase value) {
        COSDictionary attribute =
                attributes.stream()
                        .filter(each -> owner.equals(each.getNameAsString(COSName.O)))
                        .findFirst()
                        .orElseGet(() -> owned(owner));
        attribute.setItem(COSName.getPDFName(name), value);
        return this;
    }

    private COSDictionary owned(String owner) {
        COSDictionary attribute = new COSDictionary();
        attribute.setName(COSName.O, owner);
        attributes.add(attribute);
        COSArray all = new COSArray();
        attributes.forEach(all::add);
        element.setItem(COSName.A, attributes.size() == 1 ? attribute : all);
        return attribute;
    }

    private void place() {
        if (!placed) {
            placed = true;
            parent.place();
            element.setItem(COSName.P, parent.element);
            parent.kids.add(element);
        }
    }

    /** Words of a page are this tag's. */
    void holds(PDPage page, int mark) {
        place();
        COSBase first = element.getDictionaryObject(COSName.PG);
        if (first == null || first.equals(page.getCOSObject())) {
            element.setItem(COSName.PG, page);
            kids.add(COSInteger.get(mark));
            return;
        }
        COSDictionary content = new COSDictionary();
        content.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        content.setItem(COSName.PG, page);
        content.setInt(COSName.MCID, mark);
        kids.add(content);
    }

    /** An annotation of a page is this tag's. */
    void holds(PDPage page, COSDictionary annotation) {
        place();
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.PG, page);
        reference.setItem(COSName.OBJ, annotation);
        kids.add(reference);
    }
}
