package org.danaya.people.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;

/**
 * Writes structures as a file that can be imported again: CSV (RFC 4180) in UTF-8 with a byte order
 * mark, separated by semicolons, which is what spreadsheets in French open without a question. An
 * apostrophe stands before what a spreadsheet would take for a formula; reading takes it away.
 */
public final class StructureFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private StructureFile() {}

    /** Writes the headings and a line for each structure. */
    public static void write(List<StructureDraft> structures, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        List<StructureField> fields = Arrays.asList(StructureField.values());
        FORMAT.printRecord(writer, fields.stream().map(StructureField::column).toArray());
        for (StructureDraft structure : structures) {
            FORMAT.printRecord(
                    writer,
                    fields.stream().map(structure::get).map(StructureFile::guarded).toArray());
        }
        writer.flush();
    }

    /** A text with an apostrophe before it if a spreadsheet would calculate with it. */
    static String guarded(String text) {
        return needsGuard(text) ? "'" + text : text;
    }

    /** Whether a text begins so that a spreadsheet calculates, after apostrophes of our own. */
    static boolean needsGuard(String text) {
        String bare = text.replaceFirst("^'+", "");
        return !bare.isEmpty() && "=+-@\t\r\n".indexOf(bare.charAt(0)) >= 0;
    }
}
