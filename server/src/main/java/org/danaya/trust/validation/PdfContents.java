package org.danaya.trust.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF has in it that a signed document has no need of (ISO 32000-1): scripts; actions that
 * lead out of it; files; forms and media that a reader makes up by itself. It looks at every
 * object, used or not, also those in object streams, by names as they are after {@code #xx}.
 */
final class PdfContents {

    /** How deep objects may lie within each other without a reference between. */
    static final int MOST_DEPTH = 100;

    private static final Set<String> ACTIONS_OUT =
            Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE");
    private static final Set<String> MEDIA =
            Set.of("RichMedia", "3D", "Movie", "Screen", "Sound", "Projection");
    private static final Set<String> MEDIA_ACTIONS =
            Set.of("RichMediaExecute", "Rendition", "Movie", "Sound", "GoTo3DView");

    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");
    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
    private static final COSName COLLECTION = COSName.getPDFName("Collection");
    private static final COSName REFERENCE = COSName.getPDFName("Ref");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Nested> ahead = new ArrayDeque<>();
    private boolean tooDeep;
    private boolean script;
    private boolean launch;
    private boolean files;
    private boolean dynamic;

    private PdfContents() {}

    private record Nested(COSBase base, int depth) {}

    /**
     * Looks at all of it.
     *
     * @param pdf its bytes: what the library couldn't read is looked at there
     */
    static PdfContents of(COSDocument document, byte[] pdf) throws IOException {
        PdfContents contents = new PdfContents();
        contents.look(document.getTrailer());
        for (Map.Entry<COSObjectKey, Long> entry : document.getXrefTable().entrySet()) {
            COSBase base = document.getObjectFromPool(entry.getKey()).getObject();
            if (base != null) {
                contents.look(base);
            } else {
                contents.tooDeep |= unreadable(document, entry.getValue(), pdf);
            }
            if (contents.tooDeep) {
                break;
            }
        }
        return contents;
    }

    /** Whether it hides what is in it: nobody can tell what it does. */
    boolean isTooDeep() {
        return tooDeep;
    }

    /** What was found; may be added to. */
    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (script) {
            remarks.add(Remark.of(Remark.Kind.PDF_SCRIPT));
        }
        if (launch) {
            remarks.add(Remark.of(Remark.Kind.PDF_LAUNCH));
        }
        if (dynamic) {
            remarks.add(Remark.of(Remark.Kind.PDF_DYNAMIC));
        }
        if (files) {
            remarks.add(Remark.of(Remark.Kind.PDF_FILES));
        }
        return remarks;
    }

    /** An object that PDFBox gave up is nothing to it, and may be something to another reader. */
    private static boolean unreadable(COSDocument document, long offset, byte[] pdf)
            throws IOException {
        if (offset > 0) {
            return offset < pdf.length && PdfNesting.isDeep(pdf, (int) offset, MOST_DEPTH);
        }
        COSObjectKey stream = new COSObjectKey(-offset, 0);
        if (document.getObjectFromPool(stream).getObject() instanceof COSStream objects) {
            // What it unpacks to was measured before the file was opened.
            try (InputStream in = objects.createInputStream()) {
                return PdfNesting.isDeep(in.readAllBytes(), 0, MOST_DEPTH);
            }
        }
        return false;
    }

    private void look(@Nullable COSBase root) {
        add(root, 0);
        for (Nested next = ahead.poll(); next != null; next = ahead.poll()) {
            if (next.base instanceof COSDictionary dictionary) {
                lookAt(dictionary);
                for (COSName key : dictionary.keySet()) {
                    add(dictionary.getItem(key), next.depth + 1);
                }
            } else if (next.base instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    add(array.get(i), next.depth + 1);
                }
            }
        }
    }

    private void add(@Nullable COSBase base, int depth) {
        COSBase itself = base instanceof COSObject reference ? reference.getObject() : base;
        int within = base instanceof COSObject ? 0 : depth;
        if ((itself instanceof COSDictionary || itself instanceof COSArray) && seen.add(itself)) {
            tooDeep |= within > MOST_DEPTH;
            ahead.add(new Nested(itself, within));
        }
    }

    private void lookAt(COSDictionary dictionary) {
        String action = String.valueOf(dictionary.getNameAsString(COSName.S));
        String kind = String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE));
        String address =
                String.valueOf(dictionary.getString(COSName.URI)).strip().toLowerCase(Locale.ROOT);
        script |=
                action.equals("JavaScript")
                        || dictionary.containsKey(COSName.JS)
                        || dictionary.containsKey(JAVA_SCRIPT)
                        || address.startsWith("javascript:");
        launch |=
                ACTIONS_OUT.contains(action)
                        || address.startsWith("file:")
                        || isElsewhere(dictionary, kind);
        dynamic |=
                dictionary.containsKey(XFA)
                        || dictionary.getBoolean(NEEDS_RENDERING, false)
                        || MEDIA.contains(kind)
                        || MEDIA_ACTIONS.contains(action);
        files |=
                dictionary.containsKey(EMBEDDED_FILES)
                        || dictionary.containsKey(COSName.EF)
                        || dictionary.containsKey(COLLECTION)
                        || kind.equals("FileAttachment")
                        || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE));
    }

    /** Data of a stream (§7.3.8.2) or a picture (§8.10.4) that lie in another file. */
    private static boolean isElsewhere(COSDictionary dictionary, String kind) {
        return dictionary instanceof COSStream
                && (dictionary.containsKey(COSName.F)
                        || (kind.equals("Form") && dictionary.containsKey(REFERENCE)));
    }
}
