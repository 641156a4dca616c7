package org.danaya.trust.trustlist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;

/**
 * Writes a list as XML, always the same bytes for the same list. What is written is read again and
 * compared: nothing leaves that would be read as something else.
 */
public final class ListWriter {

    /** The mark by which lists are searched for (TS 119 612 §5.2.1). */
    static final String TAG = "http://uri.etsi.org/19612/TSLTag";

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Markup out = new Markup();

    private ListWriter() {}

    /**
     * The unsigned list.
     *
     * @throws Fault {@link TrustlistFault#SCHEMA} where it doesn't keep the schema
     */
    public static byte[] write(TrustedList list) {
        ListWriter writer = new ListWriter();
        writer.list(list);
        byte[] bytes = writer.out.toString().getBytes(StandardCharsets.UTF_8);
        if (!ListReader.read(bytes).equals(list)) {
            throw new Fault(TrustlistFault.SCHEMA, "white space or characters that XML can’t hold");
        }
        return bytes;
    }

    /** The same for a list that isn't complete yet, as it is kept. */
    static byte[] writeDraft(TrustedList list) {
        ListWriter writer = new ListWriter();
        writer.list(list);
        byte[] bytes = writer.out.toString().getBytes(StandardCharsets.UTF_8);
        if (!ListReader.readAgain(bytes).equals(list)) {
            throw new Fault(TrustlistFault.SCHEMA, "white space or characters that XML can’t hold");
        }
        return bytes;
    }

    private void list(TrustedList list) {
        out.open(ListDocument.ROOT, "xmlns", ListDocument.TSL, "TSLTag", TAG);
        scheme(list.scheme());
        if (!list.providers().isEmpty()) {
            out.open("TrustServiceProviderList");
            list.providers().forEach(this::provider);
            out.close();
        }
        out.close();
    }

    private void scheme(Scheme scheme) {
        out.open("SchemeInformation");
        out.text("TSLVersionIdentifier", Integer.toString(scheme.version()));
        out.text("TSLSequenceNumber", Long.toString(scheme.sequence()));
        out.text("TSLType", scheme.type());
        texts("SchemeOperatorName", "Name", scheme.operator());
        address("SchemeOperatorAddress", scheme.address());
        texts("SchemeName", "Name", scheme.name());
        texts("SchemeInformationURI", "URI", scheme.information());
        out.text("StatusDeterminationApproach", scheme.approach());
        texts("SchemeTypeCommunityRules", "URI", scheme.rules());
        if (!scheme.territory().isEmpty()) {
            out.text("SchemeTerritory", scheme.territory());
        }
        texts(
                "PolicyOrLegalNotice",
                scheme.legalIsAddress() ? "TSLPolicy" : "TSLLegalNotice",
                scheme.legal());
        out.text("HistoricalInformationPeriod", Long.toString(scheme.historyDays()));
        out.raw(scheme.pointers());
        out.text("ListIssueDateTime", time(scheme.issued()));
        out.open("NextUpdate");
        Instant next = scheme.nextUpdate();
        if (next != null) {
            out.text("dateTime", time(next));
        }
        out.close();
        if (!scheme.distribution().isEmpty()) {
            out.open("DistributionPoints");
            scheme.distribution().forEach(each -> out.text("URI", each));
            out.close();
        }
        out.raw(scheme.extensions());
        out.close();
    }

    private void provider(Provider provider) {
        out.open("TrustServiceProvider");
        out.open("TSPInformation");
        texts("TSPName", "Name", provider.name());
        texts("TSPTradeName", "Name", provider.tradeNames());
        address("TSPAddress", provider.address());
        texts("TSPInformationURI", "URI", provider.information());
        out.raw(provider.extensions());
        out.close();
        out.open("TSPServices");
        provider.services().forEach(this::service);
        out.close();
        out.close();
    }

    private void service(TrustService service) {
        out.open("TSPService");
        out.open("ServiceInformation");
        state(service.type(), service.name(), service.identities(), service.state());
        texts("SchemeServiceDefinitionURI", "URI", service.definitions().scheme());
        out.raw(service.definitions().supply());
        texts("TSPServiceDefinitionURI", "URI", service.definitions().provider());
        out.raw(service.extensions());
        out.close();
        if (!service.history().isEmpty()) {
            out.open("ServiceHistory");
            for (TrustService.Past past : service.history()) {
                out.open("ServiceHistoryInstance");
                state(past.type(), past.name(), past.identities(), past.state());
                out.raw(past.extensions());
                out.close();
            }
            out.close();
        }
        out.close();
    }

    private void state(String type, Texts name, List<Identity> identities, ServiceState state) {
        out.text("ServiceTypeIdentifier", type);
        texts("ServiceName", "Name", name);
        out.open("ServiceDigitalIdentity");
        for (Identity each : identities) {
            out.open("DigitalId");
            switch (each) {
                case Identity.Certificate(byte[] der) ->
                        out.text("X509Certificate", BASE64.encodeToString(der));
                case Identity.Subject(String name1) -> out.text("X509SubjectName", name1);
                case Identity.KeyIdentifier(String hex) ->
                        out.text("X509SKI", BASE64.encodeToString(HexFormat.of().parseHex(hex)));
                case Identity.Kept(String xml) -> out.raw(xml);
            }
            out.close();
        }
        out.close();
        out.text("ServiceStatus", state.uri());
        out.text("StatusStartingTime", time(state.since()));
    }

    private void address(String name, Address address) {
        out.open(name);
        out.open("PostalAddresses");
        for (Address.Postal postal : address.postal()) {
            out.open("PostalAddress", "xml:lang", postal.language());
            out.text("StreetAddress", postal.street());
            out.text("Locality", postal.locality());
            if (!postal.province().isEmpty()) {
                out.text("StateOrProvince", postal.province());
            }
            if (!postal.code().isEmpty()) {
                out.text("PostalCode", postal.code());
            }
            out.text("CountryName", postal.country());
            out.close();
        }
        out.close();
        texts("ElectronicAddress", "URI", address.electronic());
        out.close();
    }

    private void texts(String name, String each, Texts texts) {
        if (!texts.isEmpty()) {
            out.open(name);
            texts.said().forEach(it -> out.text(each, it.text(), "xml:lang", it.language()));
            out.close();
        }
    }

    private static String time(Instant time) {
        return time.toString();
    }
}
