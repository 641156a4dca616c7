package org.danaya.trust.trustlist.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A trust service provider and its services (TS 119 612 §5.4).
 *
 * @param tradeNames its registration identifier, such as {@code NTRML-MA.BKO.2020.B.1}, and other
 *     names
 * @param information addresses of its policies and conditions
 * @param extensions the element {@code TSPInformationExtensions} as it came; empty where there is
 *     none
 */
public record Provider(
        Texts name,
        Texts tradeNames,
        Address address,
        Texts information,
        String extensions,
        List<TrustService> services) {

    /** TS 119 612 §5.4.2, EN 319 412-1 §5.1.4. */
    public static final Pattern REGISTRATION =
            Pattern.compile("(VAT|NTR|PSD|LEI|PAS|IDC|PNO|TIN)[A-Z]{2}-\\S.{0,60}");

    /** Keeps a copy. */
    public Provider {
        services = List.copyOf(services);
    }

    /** The registration identifier; empty where the list gives none. */
    public String registration() {
        return tradeNames.all().stream()
                .filter(text -> REGISTRATION.matcher(text).matches())
                .findFirst()
                .orElse("");
    }

    /** What tells it from others, in every edition: 16 hexadecimal digits. */
    public String key() {
        String registration = registration();
        return Keys.of(
                "provider", registration.isEmpty() ? String.valueOf(name.said()) : registration);
    }

    /** The same with other services. */
    public Provider with(List<TrustService> others) {
        return new Provider(name, tradeNames, address, information, extensions, others);
    }

    /** The same with a service more. */
    public Provider plus(TrustService service) {
        List<TrustService> all = new ArrayList<>(services);
        all.add(service);
        return with(all);
    }
}
