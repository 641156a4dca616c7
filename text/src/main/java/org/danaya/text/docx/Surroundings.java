package org.danaya.text.docx;

import java.util.Map;
import org.danaya.text.docx.part.Archive;
import org.danaya.text.docx.part.Tag;

/** What is in a file beside its text, and is left out. */
final class Surroundings {

    private Surroundings() {}

    static void tell(Archive archive, Map<String, Archive.Relation> relations, Remarks remarks) {
        if (archive.hasFile("vbaproject.bin")) {
            remarks.tell("macros");
        }
        for (Archive.Relation relation : relations.values()) {
            if (relation.is("comments")) {
                archive.part(relation.target())
                        .ifPresent(
                                root ->
                                        remarks.tell(
                                                "comments", (int) root.all("w:comment").count()));
            } else if (relation.is("header") || relation.is("footer")) {
                archive.part(relation.target())
                        .filter(Surroundings::says)
                        .ifPresent(_ -> remarks.tell("headers-and-footers"));
            }
        }
    }

    /** Whether there are words, other than the number of the page. */
    private static boolean says(Tag root) {
        return root.below()
                .filter(tag -> tag.is("w:t"))
                .anyMatch(tag -> tag.text().codePoints().anyMatch(Character::isLetter));
    }
}
