package org.danaya.trust.trustlist;

import java.io.StringWriter;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.danaya.base.Fault;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads what a list says. Whether it is to be believed is {@link ListJudge}'s to tell. */
public final class ListReader {

    /** The longest list that is read, in bytes. */
    public static final int MOST_BYTES = ListDocument.MOST_BYTES;

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private ListReader() {}

    /**
     * Reads a list, signed or not.
     *
     * @throws Fault one of {@link TrustlistFault} that says what is wrong
     */
    public static TrustedList read(byte[] bytes) {
        return read(ListDocument.parse(bytes).getDocumentElement());
    }

    /** Reads what this program wrote, a draft that isn't complete included. */
    static TrustedList readAgain(byte[] bytes) {
        return read(ListDocument.tree(bytes).getDocumentElement());
    }

    static TrustedList read(Element root) {
        Element scheme = one(root, "SchemeInformation").orElseThrow();
        List<Provider> providers =
                one(root, "TrustServiceProviderList").stream()
                        .flatMap(list -> all(list, "TrustServiceProvider").stream())
                        .map(ListReader::provider)
                        .toList();
        return new TrustedList(scheme(scheme), providers);
    }

    private static Scheme scheme(Element from) {
        long version = number(from, "TSLVersionIdentifier");
        if (version != 5 && version != Scheme.VERSION) {
            throw new Fault(TrustlistFault.VERSION, version);
        }
        Optional<Element> legal = one(from, "PolicyOrLegalNotice");
        List<Element> policies = legal.map(each -> all(each, "TSLPolicy")).orElse(List.of());
        List<Element> notices = legal.map(each -> all(each, "TSLLegalNotice")).orElse(List.of());
        return new Scheme(
                (int) version,
                number(from, "TSLSequenceNumber"),
                time(one(from, "ListIssueDateTime").orElseThrow()),
                one(from, "NextUpdate")
                        .flatMap(next -> one(next, "dateTime"))
                        .map(ListReader::time)
                        .orElse(null),
                text(from, "TSLType"),
                texts(from, "SchemeOperatorName", "Name"),
                address(one(from, "SchemeOperatorAddress").orElseThrow()),
                texts(from, "SchemeName", "Name"),
                texts(from, "SchemeInformationURI", "URI"),
                text(from, "StatusDeterminationApproach"),
                texts(from, "SchemeTypeCommunityRules", "URI"),
                text(from, "SchemeTerritory"),
                said(policies.isEmpty() ? notices : policies),
                !policies.isEmpty(),
                number(from, "HistoricalInformationPeriod"),
                kept(from, "PointersToOtherTSL"),
                one(from, "DistributionPoints").stream()
                        .flatMap(points -> all(points, "URI").stream())
                        .map(ListReader::content)
                        .toList(),
                kept(from, "SchemeExtensions"));
    }

    private static Provider provider(Element from) {
        Element information = one(from, "TSPInformation").orElseThrow();
        return new Provider(
                texts(information, "TSPName", "Name"),
                texts(information, "TSPTradeName", "Name"),
                address(one(information, "TSPAddress").orElseThrow()),
                texts(information, "TSPInformationURI", "URI"),
                kept(information, "TSPInformationExtensions"),
                one(from, "TSPServices").stream()
                        .flatMap(list -> all(list, "TSPService").stream())
                        .map(ListReader::service)
                        .toList());
    }

    private static TrustService service(Element from) {
        Element now = one(from, "ServiceInformation").orElseThrow();
        List<TrustService.Past> history =
                one(from, "ServiceHistory").stream()
                        .flatMap(list -> all(list, "ServiceHistoryInstance").stream())
                        .map(ListReader::past)
                        .toList();
        TrustService.Past current = past(now);
        return new TrustService(
                current.type(),
                current.name(),
                current.identities(),
                current.state(),
                new TrustService.Definitions(
                        texts(now, "SchemeServiceDefinitionURI", "URI"),
                        kept(now, "ServiceSupplyPoints"),
                        texts(now, "TSPServiceDefinitionURI", "URI")),
                current.extensions(),
                history);
    }

    private static TrustService.Past past(Element from) {
        return new TrustService.Past(
                text(from, "ServiceTypeIdentifier"),
                texts(from, "ServiceName", "Name"),
                all(one(from, "ServiceDigitalIdentity").orElseThrow(), "DigitalId").stream()
                        .flatMap(each -> identity(each).stream())
                        .toList(),
                ServiceState.of(
                        text(from, "ServiceStatus"),
                        time(one(from, "StatusStartingTime").orElseThrow())),
                kept(from, "ServiceInformationExtensions"));
    }

    private static Optional<Identity> identity(Element from) {
        return children(from).stream()
                .findFirst()
                .map(
                        mark ->
                                switch (String.valueOf(mark.getLocalName())) {
                                    case "X509Certificate" -> new Identity.Certificate(bytes(mark));
                                    case "X509SubjectName" -> new Identity.Subject(content(mark));
                                    case "X509SKI" ->
                                            new Identity.KeyIdentifier(
                                                    HexFormat.of().formatHex(bytes(mark)));
                                    case String _ -> new Identity.Kept(xml(mark));
                                });
    }

    private static Address address(Element from) {
        List<Address.Postal> postal =
                one(from, "PostalAddresses").stream()
                        .flatMap(list -> all(list, "PostalAddress").stream())
                        .map(
                                each ->
                                        new Address.Postal(
                                                language(each),
                                                text(each, "StreetAddress"),
                                                text(each, "Locality"),
                                                text(each, "StateOrProvince"),
                                                text(each, "PostalCode"),
                                                text(each, "CountryName")))
                        .toList();
        return new Address(postal, texts(from, "ElectronicAddress", "URI"));
    }

    private static Texts texts(Element from, String name, String each) {
        return one(from, name).map(found -> said(all(found, each))).orElse(Texts.NONE);
    }

    private static Texts said(List<Element> elements) {
        return new Texts(
                elements.stream()
                        .map(each -> new Texts.Said(language(each), content(each)))
                        .toList());
    }

    private static String language(Element element) {
        return element.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
    }

    private static long number(Element from, String name) {
        BigInteger number = new BigInteger(text(from, name));
        if (number.compareTo(MOST) > 0 || number.signum() < 0) {
            throw new Fault(TrustlistFault.SCHEMA, name + " " + number.bitLength() + " bits");
        }
        return number.longValueExact();
    }

    /** A time of XML Schema, in whole seconds; one without a zone is UTC (TS 119 612 §5.1.3). */
    private static Instant time(Element element) {
        String text = content(element);
        try {
            OffsetDateTime time =
                    DatatypeFactory.newDefaultInstance()
                            .newXMLGregorianCalendar(text)
                            .toGregorianCalendar()
                            .toZonedDateTime()
                            .toOffsetDateTime();
            boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$");
            return (zoned ? time : time.toLocalDateTime().atOffset(ZoneOffset.UTC))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Fault(e, TrustlistFault.SCHEMA, element.getLocalName());
        }
    }

    private static byte[] bytes(Element element) {
        return Base64.getMimeDecoder().decode(content(element));
    }

    private static String text(Element from, String name) {
        return one(from, name).map(ListReader::content).orElse("");
    }

    private static String content(Element element) {
        return element.getTextContent().strip();
    }

    private static String kept(Element from, String name) {
        return one(from, name).map(ListReader::xml).orElse("");
    }

    /** An element as text that stands by itself, without white space between elements. */
    static String xml(Element element) {
        try {
            Element copy = (Element) element.cloneNode(true);
            strip(copy);
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(copy), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("An element is written", e);
        }
    }

    private static void strip(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
            children.add(each);
        }
        boolean elements = children.stream().anyMatch(Element.class::isInstance);
        for (Node each : children) {
            boolean blank = each.getNodeType() == Node.TEXT_NODE && each.getTextContent().isBlank();
            boolean comment = each.getNodeType() == Node.COMMENT_NODE;
            if (comment || (blank && elements)) {
                node.removeChild(each);
            } else {
                strip(each);
            }
        }
    }

    private static Optional<Element> one(Element from, String name) {
        return children(from).stream().filter(each -> is(each, name)).findFirst();
    }

    private static List<Element> all(Element from, String name) {
        return children(from).stream().filter(each -> is(each, name)).toList();
    }

    private static boolean is(Element element, String name) {
        return name.equals(element.getLocalName())
                && ListDocument.TSL.equals(element.getNamespaceURI());
    }

    private static List<Element> children(Element from) {
        List<Element> found = new ArrayList<>();
        for (Node each = from.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
