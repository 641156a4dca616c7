package org.danaya.trust.trustlist.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service's certificates are for (TS 119 612 §5.5.9.4). Words are under {@code
 * trustlist.purpose.CODE}.
 */
public enum Purposes {
    /** Signatures of persons. */
    SIGNATURES("ForeSignatures"),
    /** Seals of structures. */
    SEALS("ForeSeals"),
    /** Web sites. */
    WEB_SITES("ForWebSiteAuthentication");

    private static final String PREFIX = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/";

    private final String path;

    Purposes(String path) {
        this.path = path;
    }

    /** The key of its words. */
    public String words() {
        return "trustlist.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Several of them as one text. */
    public static String text(Collection<Purposes> purposes) {
        return purposes.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** What {@link #text} wrote. */
    public static Set<Purposes> read(String text) {
        return Arrays.stream(values())
                .filter(each -> Arrays.asList(text.split(",")).contains(each.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that a service's extensions name. */
    public static Set<Purposes> of(String extensions) {
        return Arrays.stream(values())
                .filter(each -> extensions.contains(PREFIX + each.path + "<"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The element {@code ServiceInformationExtensions} that names them, as it is read back; empty
     * for none.
     */
    public static String extensions(Set<Purposes> purposes) {
        if (purposes.isEmpty()) {
            return "";
        }
        StringBuilder xml = new StringBuilder();
        xml.append("<ServiceInformationExtensions xmlns=\"")
                .append(TrustedList.NAMESPACE)
                .append("\">");
        purposes.stream()
                .sorted()
                .forEach(
                        each ->
                                xml.append("<Extension Critical=\"false\">")
                                        .append("<AdditionalServiceInformation>")
                                        .append("<URI xml:lang=\"en\">")
                                        .append(PREFIX)
                                        .append(each.path)
                                        .append("</URI></AdditionalServiceInformation>")
                                        .append("</Extension>"));
        return xml.append("</ServiceInformationExtensions>").toString();
    }
}
