package org.danaya.text.grammar;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.SAXException;

/** The standard's own schema and examples, in the folder that DANAYA_CORPORA names. */
final class Schema {

    private Schema() {}

    private static Path folder() {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path akn = Path.of(corpora, "akn");
        Assumptions.assumeTrue(Files.exists(akn), "no " + akn);
        return akn;
    }

    static File file() {
        return folder().resolve("schema/akomantoso30.xsd").toFile();
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("examples"))) {
            return files.sorted().toList();
        }
    }

    /** The JDK's own validator over the schema. */
    static Validator validator() throws SAXException {
        return SchemaFactory.newDefaultInstance().newSchema(file()).newValidator();
    }

    /** One over a schema that a test writes. */
    static Validator validator(String schema) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        byte[] bytes = schema.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return factory.newSchema(new StreamSource(new ByteArrayInputStream(bytes))).newValidator();
    }

    /** Why the JDK refuses a document; empty where it's valid. */
    static String refusal(Validator validator, byte[] document) {
        try {
            validator.reset();
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return "";
        } catch (SAXException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
