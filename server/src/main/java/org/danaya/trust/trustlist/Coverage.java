package org.danaya.trust.trustlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.trust.trustlist.ListVerdict.Reason;
import org.danaya.trust.trustlist.ListVerdict.Refused;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Whether the one signature of a document covers the whole list and nothing but it (TS 119 612
 * annex B): against wrapped signatures, which are right about something that nobody reads.
 */
final class Coverage {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String ENVELOPED = ListDocument.DS + "enveloped-signature";
    private static final Set<String> CANONICAL =
            Set.of(
                    "http://www.w3.org/2001/10/xml-exc-c14n#",
                    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
                    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
                    "http://www.w3.org/2006/12/xml-c14n11",
                    "http://www.w3.org/2006/12/xml-c14n11#WithComments");
    private static final Set<String> IDENTIFIERS = Set.of("Id", "ID", "id");

    private Coverage() {}

    /** What is wrong with it; nothing where the signature covers the list. */
    static Optional<Refused> problem(Document document) {
        Element root = document.getDocumentElement();
        NodeList signatures = document.getElementsByTagNameNS(ListDocument.DS, "Signature");
        if (signatures.getLength() == 0) {
            return Optional.of(new Refused(Reason.UNSIGNED, ""));
        }
        if (signatures.getLength() > 1) {
            return wrapped("several signatures");
        }
        Element signature = (Element) signatures.item(0);
        if (!root.isSameNode(signature.getParentNode())) {
            return wrapped("a signature elsewhere than under the root");
        }
        if (!uniqueIdentifiers(document)) {
            return wrapped("one identifier twice");
        }
        return references(root, signature);
    }

    private static Optional<Refused> references(Element root, Element signature) {
        Optional<Element> signedInfo = children(signature, "SignedInfo").stream().findFirst();
        if (signedInfo.isEmpty()) {
            return wrapped("no SignedInfo");
        }
        int whole = 0;
        for (Element reference : children(signedInfo.get(), "Reference")) {
            if (PROPERTIES.equals(reference.getAttribute("Type"))) {
                if (!isProperties(reference, signature)) {
                    return wrapped("properties of another signature");
                }
            } else if (isWhole(reference, root)) {
                whole++;
            } else {
                return wrapped("a reference to a part");
            }
        }
        return whole == 1 ? Optional.empty() : wrapped("the whole is covered " + whole + " times");
    }

    private static boolean isWhole(Element reference, Element root) {
        String uri = reference.getAttribute("URI");
        boolean named = !root.getAttribute("Id").isEmpty();
        if (!reference.hasAttribute("URI")
                || !(uri.isEmpty() || (named && uri.equals("#" + root.getAttribute("Id"))))) {
            return false;
        }
        List<String> transforms =
                children(reference, "Transforms").stream()
                        .flatMap(each -> children(each, "Transform").stream())
                        .map(each -> each.getAttribute("Algorithm"))
                        .toList();
        return transforms.contains(ENVELOPED)
                && transforms.stream()
                        .allMatch(each -> each.equals(ENVELOPED) || CANONICAL.contains(each));
    }

    private static boolean isProperties(Element reference, Element signature) {
        NodeList found = signature.getElementsByTagNameNS(XADES, "SignedProperties");
        return found.getLength() == 1
                && reference
                        .getAttribute("URI")
                        .equals("#" + ((Element) found.item(0)).getAttribute("Id"));
    }

    private static boolean uniqueIdentifiers(Document document) {
        Set<String> seen = new HashSet<>();
        for (@Nullable Node each = document.getDocumentElement(); each != null; each = next(each)) {
            if (each instanceof Element element) {
                for (String name : IDENTIFIERS) {
                    if (element.hasAttribute(name) && !seen.add(element.getAttribute(name))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The next node in the order of the document. */
    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        @Nullable Node at = node;
        while (at != null && at.getNextSibling() == null) {
            at = at.getParentNode();
        }
        return at == null ? null : at.getNextSibling();
    }

    private static List<Element> children(Element from, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = from.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element
                    && name.equals(element.getLocalName())
                    && ListDocument.DS.equals(element.getNamespaceURI())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Optional<Refused> wrapped(String detail) {
        return Optional.of(new Refused(Reason.WRAPPED, detail));
    }
}
