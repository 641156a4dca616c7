package org.danaya.trust.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a PDF may hide, written by hand. */
class PdfScreenTest {

    private static final String HARMLESS = "/OpenAction [3 0 R /Fit]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>           | PDF_SCRIPT",
                "/OpenAction <</S /J#61vaScript /#4aS (x)>>                      | PDF_SCRIPT",
                "/OpenAction 4 0 R                                               | PDF_SCRIPT",
                "/AA <</WC <</#53 /#4Aav#61Script>>>>                            | PDF_SCRIPT",
                "/AA <</WC [4 0 R]>>                                             | PDF_SCRIPT",
                "/Names <</JavaScript <</Names [(a) 5 0 R]>>>>                   | PDF_SCRIPT",
                "/Example <</JS (x)>>                                            | PDF_SCRIPT",
                "/OpenAction <</S /URI /URI ( JavaScript:x)>>                    | PDF_SCRIPT",
                "/OpenAction <</S /GoTo /D [3 0 R /Fit] /Next <</S /JavaScript>>>> | PDF_SCRIPT",
                "/OpenAction <</S /Launch /F (calc.exe)>>                        | PDF_LAUNCH",
                "/OpenAction <</S /L#61unch /Win <</F (calc.exe)>>>>             | PDF_LAUNCH",
                "/OpenAction <</S /GoToE /T <</R /C>>>>                          | PDF_LAUNCH",
                "/OpenAction <</S /GoToR /F (a.pdf)>>                            | PDF_LAUNCH",
                "/OpenAction <</S /SubmitForm /F (http://127.0.0.1)>>            | PDF_LAUNCH",
                "/OpenAction <</S /ImportData /F (a.fdf)>>                       | PDF_LAUNCH",
                "/OpenAction <</S /URI /URI (file:///C:/calc.exe)>>              | PDF_LAUNCH",
                "/Example 6 0 R                                                  | PDF_LAUNCH",
                "/AcroForm <</Fields [] /XFA 5 0 R>>                             | PDF_DYNAMIC",
                "/AcroForm <</Fields [] /X#46A [(a) 5 0 R]>>                     | PDF_DYNAMIC",
                "/NeedsRendering true                                            | PDF_DYNAMIC",
                "/Example <</Type /Annot /Subtype /RichMedia>>                   | PDF_DYNAMIC",
                "/Example <</Type /Annot /Subtype /3D>>                          | PDF_DYNAMIC",
                "/OpenAction <</S /RichMediaExecute>>                            | PDF_DYNAMIC",
                "/Names <</EmbeddedFiles <</Names []>>>>                         | PDF_FILES",
                "/Names <</Embedded#46iles <</Names []>>>>                       | PDF_FILES",
                "/Example <</Type /Filespec /F (a) /EF <</F 5 0 R>>>>            | PDF_FILES",
                "/Example <</Type /Annot /Subtype /FileAttachment>>              | PDF_FILES",
                "/Collection <</View /T>>                                        | PDF_FILES",
                "/Example <</Type /EmbeddedFile>>                                | PDF_FILES"
            })
    void whatASignedDocumentHasNoNeedOfIsSeen(String inCatalog, Remark.Kind kind) throws Exception {
        byte[] plain = pdf(inCatalog);
        assertThat(remarks(plain)).containsExactly(kind);
        // As most programs write it: in an object stream.
        byte[] packed = packed(plain);
        assertThat(text(packed)).contains("/ObjStm");
        assertThat(remarks(packed)).containsExactly(kind);
    }

    @Test
    void aHarmlessDocumentHasNoRemark() throws Exception {
        byte[] plain = pdf(HARMLESS);
        assertThat(remarks(plain)).isEmpty();
        assertThat(remarks(packed(plain))).isEmpty();
    }

    @Test
    void whatNoPageUsesIsLookedAtToo() throws Exception {
        byte[] unused = pdf(HARMLESS, "<</S /JavaScript>>");
        assertThat(remarks(unused)).containsExactly(Remark.Kind.PDF_SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({"120", "450", "700", "5000"})
    void whatLiesTooDeepIsRefusedWhoeverCanReadIt(int depth) throws Exception {
        String arrays = "[".repeat(depth) + "<</S /JavaScript>>" + "]".repeat(depth);
        String dictionaries = "<</A ".repeat(depth) + "1" + ">>".repeat(depth);
        for (String deep : List.of(arrays, dictionaries)) {
            refused(pdf("/Example 7 0 R", deep));
            refused(pdf("/Example " + deep));
            refused(inObjectStream(deep));
        }
    }

    @Test
    void whatIsNotTooDeepIsLookedAt() throws Exception {
        String deep = "[".repeat(90) + "<</S /JavaScript>>" + "]".repeat(90);
        assertThat(remarks(pdf("/Example " + deep))).contains(Remark.Kind.PDF_SCRIPT);
        assertThat(remarks(inObjectStream(deep))).contains(Remark.Kind.PDF_SCRIPT);
    }

    @Test
    void encryptedStringsAreRefusedWithTheFile() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(HARMLESS))) {
            // Opens without a password.
            document.protect(
                    new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                            "owner",
                            "",
                            new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertThat(screened(out.toByteArray()))
                    .isEqualTo(Screening.Stopped.because(Refusal.PDF_ENCRYPTED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/Type/ObjStm/N 1/First 4/Filter/Fl#61teDecode",
        "/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode",
        "/Type/ObjStm/N 1/First 4/Filter 9 0 R",
        "/Type/ObjStm/N 1/First 4/Filter[/ASCII85Decode/FlateDecode]"
    })
    void aBombIsRefusedHoweverItsFilterIsWritten(String dictionary) throws Exception {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (var deflate = new java.util.zip.DeflaterOutputStream(data)) {
            for (int i = 0; i < 40; i++) {
                deflate.write(new byte[1 << 20]);
            }
        }
        for (String padding : List.of("", "/Example(" + "x".repeat(4_000) + ")")) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.writeBytes(bytes("%PDF-1.7\n1 0 obj\n<<" + dictionary + padding + ">>\nstream\n"));
            pdf.writeBytes(data.toByteArray());
            pdf.writeBytes(bytes("\nendstream\nendobj\n%%EOF"));
            assertThat(PdfStreams.unpackTooFar(pdf.toByteArray())).isTrue();
        }
    }

    private static void refused(byte[] pdf) {
        assertThat(screened(pdf)).isInstanceOf(Screening.Stopped.class);
        assertThat(((Screening.Stopped) screened(pdf)).why())
                .isIn(Refusal.PDF_DEEP, Refusal.PDF_BROKEN);
    }

    private static Screening screened(byte[] pdf) {
        return Screening.of(new SignedFile("exemple.pdf", pdf));
    }

    private static List<Remark.Kind> remarks(byte[] pdf) {
        Screening screening = screened(pdf);
        assertThat(screening).isInstanceOf(Screening.Passed.class);
        return ((Screening.Passed) screening).remarks().stream().map(Remark::kind).toList();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        try (PDDocument document = Loader.loadPDF(plain)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** One page; object 4 is a script and 6 a stream whose data lie elsewhere, where asked for. */
    private static byte[] pdf(String inCatalog, String... more) {
        List<String> objects = new ArrayList<>(base(inCatalog));
        objects.add(inCatalog.contains("4 0 R") ? "<</S /JavaScript>>" : "()");
        objects.add("<</Length 1>>\nstream\nx\nendstream");
        String elsewhere = inCatalog.contains("6 0 R") ? " /F (elsewhere.bin)" : "";
        objects.add("<</Length 0" + elsewhere + ">>\nstream\n\nendstream");
        objects.addAll(List.of(more));
        return written(objects);
    }

    private static List<String> base(String inCatalog) {
        return List.of(
                "<</Type /Catalog /Pages 2 0 R " + inCatalog + ">>",
                "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>");
    }

    private static byte[] written(List<String> objects) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(text.length()));
            text.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int at = text.length();
        text.append("xref\n0 %d\n%s".formatted(objects.size() + 1, table));
        text.append("trailer\n<</Size %d /Root 1 0 R>>\n".formatted(objects.size() + 1));
        return bytes(text + "startxref\n" + at + "\n%%EOF\n");
    }

    /** Object 5 in object stream 4, told by the cross-reference stream 6 (ISO 32000-1 §7.5.8). */
    private static byte[] inObjectStream(String object) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        List<String> objects = new ArrayList<>(base("/Example 5 0 R"));
        String data = "5 0 " + object;
        objects.add(
                "<</Type /ObjStm /N 1 /First 4 /Length %d>>\nstream\n%s\nendstream"
                        .formatted(data.length(), data));
        for (String each : objects) {
            offsets.add(text.length());
            text.append("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), each));
        }
        int at = text.length();
        StringBuilder table = new StringBuilder(row(0, 0, 0));
        offsets.forEach(offset -> table.append(row(1, offset, 0)));
        table.append(row(2, 4, 0)).append(row(1, at, 0));
        text.append(
                "6 0 obj\n<</Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length %d>>\nstream\n"
                        .formatted(table.length()));
        return bytes(
                text + table.toString() + "\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n");
    }

    private static String row(int type, int second, int third) {
        return new String(
                new char[] {
                    (char) type,
                    (char) (second >>> 24 & 0xff),
                    (char) (second >>> 16 & 0xff),
                    (char) (second >>> 8 & 0xff),
                    (char) (second & 0xff),
                    (char) third
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
