package org.danaya.trust.trustlist;

import eu.europa.esig.trustedlist.TrustedListUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.danaya.base.Fault;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Foreign bytes as a tree, or a reason why not. No document type, no entity, nothing fetched, and a
 * bound on everything.
 */
final class ListDocument {

    /** The longest list that is read; the European Union's longest has 6 megabytes. */
    static final int MOST_BYTES = 16 << 20;

    static final String TSL = TrustedList.NAMESPACE;
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String ROOT = "TrustServiceStatusList";

    private static final int DEEPEST = 100;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int REASON_LENGTH = 300;
    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Compiled once: it takes half a second. */
    private static final class Compiled {

        private static final Schema SCHEMA = schema();

        private static Schema schema() {
            try {
                return TrustedListUtils.getInstance().getSchema();
            } catch (SAXException e) {
                throw new IllegalStateException("The schema of TS 119 612", e);
            }
        }
    }

    private ListDocument() {}

    /**
     * The tree of a list that keeps the schema.
     *
     * @throws Fault one of {@link TrustlistFault} that says what is wrong
     */
    static Document parse(byte[] bytes) {
        Document document = tree(bytes);
        Element root = document.getDocumentElement();
        if (!TSL.equals(root.getNamespaceURI()) || !ROOT.equals(root.getLocalName())) {
            throw new Fault(TrustlistFault.NOT_A_LIST, told(root.getNodeName()));
        }
        validate(document);
        return document;
    }

    /** The tree of a document of any kind. */
    static Document tree(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Fault(TrustlistFault.TOO_LARGE, MOST_BYTES >> 20);
        }
        try {
            return builder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException e) {
            String reason = String.valueOf(e.getMessage());
            throw reason.contains("disallow-doctype-decl")
                    ? new Fault(e, TrustlistFault.DOCTYPE)
                    : new Fault(e, TrustlistFault.NOT_XML, told(reason));
        } catch (IOException e) {
            throw new Fault(e, TrustlistFault.NOT_XML, told(String.valueOf(e.getMessage())));
        }
    }

    /** The JDK's own parser, whatever else lies on the class path. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
            factory.setAttribute(
                    "jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new First());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's parser", e);
        }
    }

    private static void validate(Node document) {
        try {
            Validator validator = Compiled.SCHEMA.newValidator();
            validator.setErrorHandler(new First());
            validator.validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
            throw new Fault(e, TrustlistFault.SCHEMA, told(String.valueOf(e.getMessage())));
        }
    }

    /** What may be shown of a text that a stranger had a part in. */
    static String told(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.length() <= REASON_LENGTH ? plain : plain.substring(0, REASON_LENGTH) + "…";
    }

    /** Stops at the first error, and prints nothing. */
    private static final class First implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {
            // A warning stops nothing.
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
