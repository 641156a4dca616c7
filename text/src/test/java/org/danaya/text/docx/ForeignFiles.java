package org.danaya.text.docx;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Files with what Word writes and the writer here doesn't: lists, fields, boxes, merged cells. */
final class ForeignFiles {

    static final String DOCUMENT =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    + "relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/"
                    + "markup-compatibility/2006\" xmlns:wp=\"http://schemas.openxmlformats.org/"
                    + "drawingml/2006/wordprocessingDrawing\" xmlns:a=\"urn:a\"><w:body>";

    static final String END = "</w:body></w:document>";

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String W =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private ForeignFiles() {}

    /** One of either kind. */
    static byte[] any(Random random) {
        if (random.nextBoolean()) {
            RandomRedlines redlines = new RandomRedlines(random.nextInt(100), RandomTexts.ALL);
            return DocxWriter.write(redlines.redline(6), "Conseil", TrackedChangesTest.DATE);
        }
        return of(DOCUMENT + BODY + END);
    }

    /** A file of this text, with styles, lists, footnotes and comments. */
    static byte[] of(String document) {
        Map<String, byte[]> parts = new TreeMap<>();
        put(parts, "[Content_Types].xml", "<Types/>");
        put(parts, "_rels/.rels", RELATIONS + relation("officeDocument", "word/document.xml"));
        put(
                parts,
                "word/_rels/document.xml.rels",
                RELATIONS
                        + relation("styles", "styles.xml")
                        + relation("numbering", "numbering.xml")
                        + relation("footnotes", "footnotes.xml")
                        + relation("comments", "comments.xml"));
        for (String name : new String[] {"_rels/.rels", "word/_rels/document.xml.rels"}) {
            String open = new String(parts.get(name), StandardCharsets.UTF_8);
            put(parts, name, open + "</Relationships>");
        }
        put(parts, "word/document.xml", document);
        put(parts, "word/styles.xml", STYLES);
        put(parts, "word/numbering.xml", NUMBERING);
        put(parts, "word/footnotes.xml", FOOTNOTES);
        put(
                parts,
                "word/comments.xml",
                "<w:comments" + W + "><w:comment w:id=\"0\"><w:p/></w:comment></w:comments>");
        return Parts.packed(parts);
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String relation(String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>"
                .formatted(type, TYPE + type, target);
    }

    private static final String STYLES =
            "<w:styles"
                    + W
                    + """
            ><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
            </w:style><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
            <w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
            <w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/>
            </w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/>
            <w:basedOn w:val="A"/></w:style></w:styles>""";

    private static final String NUMBERING =
            "<w:numbering"
                    + W
                    + """
            ><w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
            <w:pStyle w:val="Titre1"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
            <w:lvlText w:val="%1.%2"/></w:lvl>
            <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
            </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>""";

    private static final String FOOTNOTES =
            "<w:footnotes"
                    + W
                    + """
            ><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
            <w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
            <w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Loi n° 2019-056.</w:t></w:r></w:p>
            </w:footnote></w:footnotes>""";

    static final String BODY =
            """
            <w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Objet</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>
            <w:r><w:t>La loi</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>
            <w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve"> fixe</w:t></w:r>
            <w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>
            <w:r><w:t>les </w:t></w:r><w:ins w:id="5" w:author="X"><w:r><w:t>nouvelles </w:t></w:r>
            </w:ins><w:del w:id="6" w:author="X"><w:r><w:delText>anciennes </w:delText></w:r></w:del>
            <w:r><w:t>règles</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>
            <w:r><w:t>sans numéro</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr>
            <w:t>caché</w:t></w:r><w:r><w:t>dit</w:t></w:r></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>
            <w:r><w:instrText> HYPERLINK "https://example.ml" </w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>lien</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
            <wp:docPr descr="Carte"/><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p>
            </w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>
            </mc:AlternateContent></w:r></w:p>
            <w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
            <w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>
            <w:p><w:r><w:t>tête</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>un</w:t></w:r>
            </w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>dedans</w:t></w:r></w:p></w:tc>
            </w:tr></w:tbl><w:p/></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>
            </w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Objet 1</w:t></w:r></w:p>
            </w:sdtContent></w:sdt>
            """;
}
