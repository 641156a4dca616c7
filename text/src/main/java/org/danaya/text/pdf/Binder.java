package org.danaya.text.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.danaya.text.form.Address;

/** Binds painted pages into a document: links, the tree of tags, named places. */
final class Binder {

    private final PDDocument document;
    private final Letters.Case letters;
    private final Imprint imprint;
    private final COSDictionary root = new COSDictionary();
    private final Tag top = Tag.document(root);
    private final TreeMap<Integer, COSArray> marks = new TreeMap<>();
    private final TreeMap<Integer, COSDictionary> annotated = new TreeMap<>();
    private final TreeMap<String, COSDictionary> named = new TreeMap<>();
    private final Map<String, COSArray> places = new HashMap<>();
    private int keys;

    Binder(PDDocument document, Letters.Case letters, Imprint imprint) {
        this.document = document;
        this.letters = letters;
        this.imprint = imprint;
    }

    /** The tag above all. */
    Tag top() {
        return top;
    }

    /** An element that is found by its name. */
    void name(String id, Tag tag) {
        named.put(id, tag.id(id).element());
    }

    /**
     * Paints all pages.
     *
     * @param spots of named places on these pages
     */
    void paint(List<Leaf> leaves, Map<String, Pages.Spot> spots) throws IOException {
        float wide = imprint.sheet().width();
        float high = imprint.sheet().height();
        for (int i = 0; i < leaves.size(); i++) {
            PDPage page = new PDPage(new PDRectangle(wide, high));
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            document.addPage(page);
        }
        spots.forEach((name, spot) -> places.put(name, place(spot.page(), high - spot.y())));
        for (int i = 0; i < leaves.size(); i++) {
            PDPage page = document.getPage(i);
            PDPageContentStream out =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.OVERWRITE, true);
            try (Painter painter = new Painter(page, out, letters)) {
                List<Painter.Linked> links = painter.paint(leaves.get(i));
                String number = imprint.legend().say("page", i + 1, leaves.size());
                painter.foot(imprint.foot(), number, Pages.LEFT, wide - Pages.LEFT);
                page.getCOSObject().setInt(COSName.STRUCT_PARENTS, keys);
                marks.put(keys++, painter.marks());
                links(page, links);
            }
        }
    }

    /** Where a named place is, for a link or a bookmark; null where there is none. */
    COSArray place(int page, float y) {
        COSArray place = new COSArray();
        place.add(document.getPage(page).getCOSObject());
        place.add(COSName.getPDFName("XYZ"));
        place.add(COSInteger.ZERO);
        place.add(new COSFloat(y));
        place.add(COSInteger.ZERO);
        return place;
    }

    private void links(PDPage page, List<Painter.Linked> links) {
        COSArray annotations = new COSArray();
        for (int i = 0; i < links.size(); ) {
            Painter.Linked first = links.get(i);
            float right = first.x() + first.width();
            StringBuilder words = new StringBuilder(first.text());
            i++;
            while (i < links.size()
                    && links.get(i).tag() == first.tag()
                    && links.get(i).y() == first.y()) {
                right = links.get(i).x() + links.get(i).width();
                words.append(links.get(i).text());
                i++;
            }
            COSDictionary link = link(first, right, words.toString());
            link.setItem(COSName.P, page);
            link.setInt(COSName.STRUCT_PARENT, keys);
            annotated.put(keys++, first.tag().element());
            annotations.add(link);
            first.tag().holds(page, link);
        }
        if (annotations.size() > 0) {
            page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        }
    }

    private COSDictionary link(Painter.Linked linked, float right, String words) {
        COSDictionary link = new COSDictionary();
        link.setItem(COSName.TYPE, COSName.ANNOT);
        link.setName(COSName.SUBTYPE, "Link");
        COSArray box = new COSArray();
        for (float side : new float[] {linked.x(), linked.y(), right, linked.y() + linked.high()}) {
            box.add(new COSFloat(side));
        }
        link.setItem(COSName.RECT, box);
        COSArray border = new COSArray();
        for (int i = 0; i < 3; i++) {
            border.add(COSInteger.ZERO);
        }
        link.setItem(COSName.BORDER, border);
        link.setInt(COSName.F, 4);
        String inside = Address.inside(linked.href()).orElse("");
        COSArray place = places.get(inside);
        if (place != null) {
            link.setItem(COSName.DEST, place);
            link.setString(COSName.CONTENTS, words.isBlank() ? inside : words);
        } else {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, "URI");
            action.setItem(COSName.URI, new COSString(linked.href()));
            link.setItem(COSName.A, action);
            link.setString(COSName.CONTENTS, linked.href());
        }
        return link;
    }

    /** Writes the tree of tags and the named places into the catalogue. */
    void bind() {
        root.setName(COSName.TYPE, "StructTreeRoot");
        root.setItem(COSName.K, top.element());
        COSArray numbers = new COSArray();
        for (int key = 0; key < keys; key++) {
            numbers.add(COSInteger.get(key));
            COSArray page = marks.get(key);
            numbers.add(page != null ? page : annotated.get(key));
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, parents);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, keys);
        if (!named.isEmpty()) {
            COSArray ids = new COSArray();
            named.forEach(
                    (id, element) -> {
                        ids.add(new COSString(id));
                        ids.add(element);
                    });
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.NAMES, ids);
            root.setItem(COSName.ID_TREE, tree);
        }
        COSDictionary roles = new COSDictionary();
        for (int level = 7; level <= Heading.DEEPEST; level++) {
            roles.setName(COSName.getPDFName("H" + level), "P");
        }
        root.setItem(COSName.ROLE_MAP, roles);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        COSDictionary marked = new COSDictionary();
        marked.setBoolean(COSName.getPDFName("Marked"), true);
        catalog.setItem(COSName.MARK_INFO, marked);
    }
}
