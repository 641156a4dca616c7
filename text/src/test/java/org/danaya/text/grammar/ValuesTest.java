package org.danaya.text.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Each kind of value beside the JDK's own validator: random values, the same answers. */
class ValuesTest {

    private static final int VALUES = Integer.getInteger("values.rounds", 6000);

    /** Addresses of IP 4 within brackets that the JDK takes although they lack a number. */
    private static final Pattern LENIENT = Pattern.compile("\\[.*([:.]\\.|\\.[.\\]])");

    /** For each kind: its type in a schema, letters to make values of, and values to change. */
    private static final Map<String, List<String>> KINDS =
            Map.ofEntries(
                    Map.entry("no-space", List.of("ns", "ab _\té", "art_1", "a b", "")),
                    Map.entry(
                            "uri",
                            List.of(
                                    "xs:anyURI",
                                    "ab1:/?#[]@%4G.é ~|",
                                    "http://a.b:80/c?d=e#f",
                                    "#art_1",
                                    "/akn/ml/act/2024-01-01/1/!main",
                                    "mailto:a@b",
                                    "//[::1]:80/x",
                                    "http://u@[1:2:3:4:5:6:7:8]/",
                                    "http://[::1.2.3.4]",
                                    "http://[1::2:3]:99999",
                                    "a%20b",
                                    "x:[y]")),
                    Map.entry(
                            "boolean",
                            List.of("xs:boolean", "true 01f", "true", "0", "1", "false")),
                    Map.entry(
                            "integer",
                            List.of("xs:integer", "+-0123 .", "12", "-3", "+007", " 5 ")),
                    Map.entry(
                            "date",
                            List.of(
                                    "xs:date",
                                    "0123456789-+:Z ",
                                    "2024-02-29",
                                    "1900-02-29",
                                    "2000-02-29",
                                    "-0004-02-29",
                                    "0000-01-01",
                                    "12024-04-30",
                                    "2024-12-31Z",
                                    "2024-12-31+14:00",
                                    "2147483648-01-01",
                                    "2024-01-01-13:59")),
                    Map.entry(
                            "dateTime",
                            List.of(
                                    "xs:dateTime",
                                    "0123456789-+:TZ. ",
                                    "2024-02-29T24:00:00",
                                    "2024-02-29T23:59:59.999Z",
                                    "2024-02-29T24:00:00.0",
                                    "2024-02-29T24:00:00.1",
                                    "2024-02-29T00:00:60",
                                    "2024-02-29T00:00:00-14:00")),
                    Map.entry(
                            "time",
                            List.of(
                                    "xs:time",
                                    "0123456789-+:TZ. ",
                                    "24:00:00",
                                    "23:59:59.999Z",
                                    "00:00:60",
                                    "12:00:00-14:00",
                                    "12:00:00+14:01")),
                    Map.entry(
                            "duration",
                            List.of(
                                    "xs:duration",
                                    "PTYMDHS123.- ",
                                    "P1Y2M3DT4H5M6.7S",
                                    "-P1D",
                                    "PT1M",
                                    "P1M",
                                    "P1YT",
                                    "P",
                                    "PT",
                                    "PT0.5S",
                                    "PT12.5S")),
                    Map.entry("id", List.of("xs:NCName", "ab1-._: é·", "a", "_b", "é1", " x ")),
                    Map.entry(
                            "space",
                            List.of("sp", "default prv", "default", "preserve", " default ")),
                    Map.entry(
                            "language-or-none",
                            List.of(
                                    "lang",
                                    "aZ1- ",
                                    "fr",
                                    "fr-ML",
                                    " fr ",
                                    "",
                                    "abcdefghi",
                                    "x-12345678")));

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="ns"><xs:restriction base="xs:string">
                <xs:pattern value="[^\\s]+"/></xs:restriction></xs:simpleType>
              <xs:simpleType name="sp"><xs:restriction base="xs:NCName">
                <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
                </xs:restriction></xs:simpleType>
              <xs:simpleType name="lang"><xs:union memberTypes="xs:language"><xs:simpleType>
                <xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction>
                </xs:simpleType></xs:union></xs:simpleType>
              <xs:element name="r"><xs:complexType><xs:sequence>
                <xs:element name="v" maxOccurs="unbounded"><xs:complexType>
                  <xs:attribute name="a" type="TYPE"/>
                </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-space",
                "uri",
                "boolean",
                "integer",
                "date",
                "dateTime",
                "time",
                "duration",
                "id",
                "space",
                "language-or-none"
            })
    void aValueIsOneExactlyWhereTheJdkSaysSo(String kind) throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> spec = KINDS.get(kind);
        List<String> values = new ArrayList<>(spec.subList(2, spec.size()));
        while (values.size() < VALUES) {
            String value = value(random, spec);
            if (!LENIENT.matcher(value).find()) {
                values.add(value);
            }
        }
        Set<Integer> refused = refused(spec.getFirst(), values);
        for (int at = 0; at < values.size(); at++) {
            assertEquals(
                    !refused.contains(at),
                    Values.kind(kind).test(values.get(at)),
                    kind + " '" + values.get(at) + "' seed " + seed);
        }
        assertTrue(
                refused.size() > 10 && refused.size() < VALUES - 10, "refused " + refused.size());
    }

    private static String value(Random random, List<String> spec) {
        String letters = spec.get(1);
        StringBuilder value = new StringBuilder();
        if (random.nextInt(4) > 0) {
            value.append(spec.get(2 + random.nextInt(spec.size() - 2)));
        }
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            char letter = letters.charAt(random.nextInt(letters.length()));
            int at = random.nextInt(value.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> value.insert(at, letter);
                case 1 -> value.replace(Math.max(0, at - 1), at, "");
                default -> value.replace(Math.max(0, at - 1), at, String.valueOf(letter));
            }
        }
        return value.toString();
    }

    /** Which of them the JDK refuses: each stands on a line of its own. */
    private static Set<Integer> refused(String type, List<String> values) throws Exception {
        StringBuilder document = new StringBuilder("<r>");
        for (String value : values) {
            document.append("<v a=\"").append(Tree.escaped(value)).append("\"/>\n");
        }
        document.append("</r>");
        Set<Integer> lines = new HashSet<>();
        Validator validator = Schema.validator(SCHEMA.replace("TYPE", type));
        validator.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException e) {}

                    @Override
                    public void error(SAXParseException e) {
                        lines.add(e.getLineNumber() - 1);
                    }

                    @Override
                    public void fatalError(SAXParseException e) throws SAXParseException {
                        throw e;
                    }
                });
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
        return lines;
    }
}
