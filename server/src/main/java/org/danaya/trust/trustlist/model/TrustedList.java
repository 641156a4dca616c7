package org.danaya.trust.trustlist.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A trusted list: the scheme, the providers, their services. Never changes. */
public record TrustedList(Scheme scheme, List<Provider> providers) {

    /** The namespace of the format. */
    public static final String NAMESPACE = "http://uri.etsi.org/02231/v2#";

    /** Keeps a copy. */
    public TrustedList {
        providers = List.copyOf(providers);
    }

    /** A service with its provider. */
    public record Listed(Provider provider, TrustService service) {}

    /** Every service. */
    public List<Listed> services() {
        return providers.stream()
                .flatMap(
                        provider ->
                                provider.services().stream()
                                        .map(service -> new Listed(provider, service)))
                .toList();
    }

    /** The provider of a key. */
    public Optional<Provider> provider(String key) {
        return providers.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The service of a key. */
    public Optional<Listed> service(String key) {
        return services().stream().filter(each -> each.service().key().equals(key)).findFirst();
    }

    /** The same list with another scheme. */
    public TrustedList with(Scheme other) {
        return new TrustedList(other, providers);
    }

    /** The same list with one provider more. */
    public TrustedList plus(Provider provider) {
        List<Provider> all = new ArrayList<>(providers);
        all.add(provider);
        return new TrustedList(scheme, all);
    }

    /** The same list with a provider changed. */
    public TrustedList change(String key, UnaryOperator<Provider> change) {
        return new TrustedList(
                scheme,
                providers.stream()
                        .map(each -> each.key().equals(key) ? change.apply(each) : each)
                        .toList());
    }

    /** The same list with a service changed. */
    public TrustedList changeService(String key, UnaryOperator<TrustService> change) {
        return new TrustedList(
                scheme,
                providers.stream()
                        .map(
                                provider ->
                                        provider.with(
                                                provider.services().stream()
                                                        .map(
                                                                each ->
                                                                        each.key().equals(key)
                                                                                ? change.apply(each)
                                                                                : each)
                                                        .toList()))
                        .toList());
    }
}
