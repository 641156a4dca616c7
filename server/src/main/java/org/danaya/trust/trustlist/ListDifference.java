package org.danaya.trust.trustlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;

/** What changes from one list to the next, in the order of the list. */
public final class ListDifference {

    private final List<ListChange> changes = new ArrayList<>();

    private ListDifference() {}

    /** What changes; the numbers and dates of the editions themselves are left out. */
    public static List<ListChange> between(Optional<TrustedList> before, TrustedList after) {
        ListDifference difference = new ListDifference();
        before.ifPresent(old -> difference.scheme(old.scheme(), after.scheme()));
        for (Provider provider : after.providers()) {
            difference.provider(before.flatMap(old -> old.provider(provider.key())), provider);
        }
        before.ifPresent(old -> difference.lost(old, after));
        return List.copyOf(difference.changes);
    }

    private void scheme(Scheme old, Scheme now) {
        fields(fields(old), fields(now))
                .forEach(
                        (label, values) ->
                                changes.add(
                                        new ListChange.SchemeChanged(
                                                label, values.was(), values.is())));
    }

    private void provider(Optional<Provider> old, Provider now) {
        if (old.isEmpty()) {
            changes.add(new ListChange.ProviderAdded(now));
        } else {
            fields(fields(old.get()), fields(now))
                    .forEach(
                            (label, values) ->
                                    changes.add(
                                            new ListChange.ProviderChanged(
                                                    now, label, values.was(), values.is())));
        }
        for (TrustService service : now.services()) {
            Optional<TrustService> was =
                    old.stream()
                            .flatMap(each -> each.services().stream())
                            .filter(each -> each.key().equals(service.key()))
                            .findFirst();
            service(now, was, service);
        }
    }

    private void service(Provider provider, Optional<TrustService> old, TrustService now) {
        if (old.isEmpty()) {
            changes.add(new ListChange.ServiceAdded(provider, now));
            return;
        }
        fields(fields(old.get()), fields(now))
                .forEach(
                        (label, values) ->
                                changes.add(
                                        new ListChange.ServiceChanged(
                                                now, label, values.was(), values.is())));
        List<ServiceState> was = old.get().states();
        List<ServiceState> is = now.states();
        boolean follows = is.size() >= was.size() && is.subList(0, was.size()).equals(was);
        if (!follows) {
            changes.add(new ListChange.Rewritten(now));
            return;
        }
        for (int i = was.size(); i < is.size(); i++) {
            ServiceState from = is.get(i - 1);
            ServiceState to = is.get(i);
            changes.add(
                    from.uri().equals(to.uri())
                            ? new ListChange.Continued(provider, now, to)
                            : new ListChange.StateChanged(provider, now, from, to));
        }
    }

    private void lost(TrustedList old, TrustedList now) {
        for (TrustedList.Listed each : old.services()) {
            if (now.service(each.service().key()).isEmpty()) {
                changes.add(new ListChange.Lost(each.service()));
            }
        }
    }

    private record Values(String was, String is) {}

    private static Map<String, Values> fields(Map<String, String> old, Map<String, String> now) {
        Map<String, Values> different = new LinkedHashMap<>();
        now.forEach(
                (label, value) -> {
                    String was = Objects.requireNonNullElse(old.get(label), "");
                    if (!was.equals(value)) {
                        different.put(label, new Values(was, value));
                    }
                });
        return different;
    }

    /** By the key of its label, what each field shows. */
    private static Map<String, String> fields(Scheme scheme) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("trustlist.scheme.operator", shown(scheme.operator()));
        fields.put("trustlist.scheme.name", shown(scheme.name()));
        fields.put("trustlist.scheme.address", shown(scheme.address()));
        fields.put("trustlist.scheme.information", shown(scheme.information()));
        fields.put("trustlist.scheme.type", scheme.type());
        fields.put("trustlist.scheme.approach", scheme.approach());
        fields.put("trustlist.scheme.rules", shown(scheme.rules()));
        fields.put("trustlist.scheme.territory", scheme.territory());
        fields.put("trustlist.scheme.legal", shown(scheme.legal()));
        fields.put("trustlist.scheme.distribution", String.join("\n", scheme.distribution()));
        fields.put("trustlist.scheme.pointers", scheme.pointers());
        fields.put("trustlist.scheme.extensions", scheme.extensions());
        return fields;
    }

    private static Map<String, String> fields(Provider provider) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("trustlist.provider.name", shown(provider.name()));
        fields.put("trustlist.provider.registration", shown(provider.tradeNames()));
        fields.put("trustlist.provider.address", shown(provider.address()));
        fields.put("trustlist.provider.information", shown(provider.information()));
        fields.put("trustlist.provider.extensions", provider.extensions());
        return fields;
    }

    private static Map<String, String> fields(TrustService service) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("trustlist.service.type", service.type());
        fields.put("trustlist.service.name", shown(service.name()));
        fields.put("trustlist.service.certificate", shown(service.identities()));
        fields.put("trustlist.service.extensions", service.extensions());
        fields.put(
                "trustlist.service.definitions",
                shown(service.definitions().scheme())
                        + service.definitions().supply()
                        + shown(service.definitions().provider()));
        return fields;
    }

    private static String shown(Texts texts) {
        List<String> lines = new ArrayList<>();
        texts.said().forEach(each -> lines.add(each.text() + " (" + each.language() + ")"));
        return String.join("\n", lines);
    }

    private static String shown(Address address) {
        List<String> lines = new ArrayList<>();
        for (Address.Postal each : address.postal()) {
            lines.add(
                    String.join(
                            ", ",
                            List.of(
                                            each.street(),
                                            each.locality(),
                                            each.province(),
                                            each.code(),
                                            each.country(),
                                            "(" + each.language() + ")")
                                    .stream()
                                    .filter(part -> !part.isEmpty())
                                    .toList()));
        }
        lines.addAll(address.electronic().all());
        return String.join("\n", lines);
    }

    private static String shown(List<Identity> identities) {
        List<String> lines = new ArrayList<>();
        for (Identity each : identities) {
            lines.add(
                    switch (each) {
                        case Identity.Certificate(byte[] der) ->
                                ServiceCertificate.read(der)
                                        .map(it -> it.subject() + " " + it.sha256())
                                        .orElse("?");
                        case Identity.Subject(String name) -> name;
                        case Identity.KeyIdentifier(String hex) -> hex.toUpperCase(Locale.ROOT);
                        case Identity.Kept(String xml) -> xml;
                    });
        }
        return String.join("\n", lines);
    }
}
