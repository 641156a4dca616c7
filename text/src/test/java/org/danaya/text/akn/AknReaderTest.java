package org.danaya.text.akn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.danaya.text.TextFault;
import org.junit.jupiter.api.Test;

class AknReaderTest {

    private static Element read(String document) {
        return AknReader.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(String document) {
        return assertThrows(TextFault.class, () -> read(document)).code();
    }

    @Test
    void aDraftOfTheStandardIsReadAsTheStandardAndWrittenAsIt() {
        Element root =
                read(
                        """
                        <an:akomaNtoso xmlns:an="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"
                            xmlns:uy="http://uruguay/own">
                          <an:act name="a"><an:meta uy:x="1"><uy:folder xml:lang="es">é</uy:folder></an:meta>
                          <an:body><an:p>a <an:i>b</an:i> <!-- c -->d</an:p></an:body></an:act>
                        </an:akomaNtoso>
                        """);
        byte[] written = AknWriter.write(root);
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a">\
                <meta xmlns:n0="http://uruguay/own" n0:x="1"><folder xmlns="http://uruguay/own" \
                xml:lang="es">é</folder></meta>\
                <body><p>a <i>b</i> d</p></body></act></akomaNtoso>
                """,
                new String(written, StandardCharsets.UTF_8));
        assertEquals(root, AknReader.read(written));
        assertArrayEquals(written, AknWriter.write(AknReader.read(written)));
    }

    @Test
    void lettersAreComposedAndNothingIsLostInAttributes() {
        String composed = "\u00e9 \u025b\u0301 a\nb\tc\"<&>";
        Element root =
                Element.of(
                        "akomaNtoso",
                        Element.of("p", "e\u0301 \u025b\u0301").with("title", composed));
        Element again = AknReader.read(AknWriter.write(root));
        assertEquals("\u00e9 \u025b\u0301", again.words());
        assertEquals(composed, again.elements().findFirst().orElseThrow().attribute("title"));
    }

    @Test
    void whatIsNoTextIsToldWithItsCode() {
        assertEquals("text.akn.root", code("<html/>"));
        assertEquals("text.xml.syntax", code("<akomaNtoso>"));
        assertEquals("text.xml.syntax", code(""));
        assertEquals(
                "text.xml.syntax",
                code("<!DOCTYPE a [<!ENTITY e 'x'>]><akomaNtoso>&e;</akomaNtoso>"));
        assertEquals("text.xml.deep", code("<p>".repeat(300) + "</p>".repeat(300)));
        assertEquals(
                List.of(2, 6),
                assertThrows(TextFault.class, () -> read("<akomaNtoso>\n<p></akomaNtoso>"))
                        .facts());
    }
}
