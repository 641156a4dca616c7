package org.danaya.trust.trustlist;

import java.time.Instant;
import java.util.Locale;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.TrustService;

/** One thing that changes from a list to the next. */
public sealed interface ListChange {

    /** A provider is new. */
    record ProviderAdded(Provider provider) implements ListChange {}

    /** What is said of a provider changes; {@code label} is the key of a field's name. */
    record ProviderChanged(Provider provider, String label, String was, String is)
            implements ListChange {}

    /** A service is new. */
    record ServiceAdded(Provider provider, TrustService service) implements ListChange {}

    /** What is said of a service changes. */
    record ServiceChanged(TrustService service, String label, String was, String is)
            implements ListChange {}

    /** A state follows another. */
    record StateChanged(Provider provider, TrustService service, ServiceState from, ServiceState to)
            implements ListChange {}

    /**
     * A new entry that keeps the state: what else is said of the service changes from then on, and
     * what was said stays in the history.
     */
    record Continued(Provider provider, TrustService service, ServiceState state)
            implements ListChange {}

    /** What is said of the scheme changes. */
    record SchemeChanged(String label, String was, String is) implements ListChange {}

    /** The past of a service was changed: no such list is published. */
    record Rewritten(TrustService service) implements ListChange {}

    /** A service is missing: no such list is published. */
    record Lost(TrustService service) implements ListChange {}

    /** Whether what people rely on changes, and not only how it is described. */
    default boolean weighs() {
        return switch (this) {
            case ServiceAdded _, StateChanged _, Rewritten _, Lost _ -> true;
            case ProviderAdded _,
                    ProviderChanged _,
                    ServiceChanged _,
                    Continued _,
                    SchemeChanged _ ->
                    false;
        };
    }

    /** The key of the service whose author gave a reason for this; empty for all else. */
    default String reasoned() {
        return switch (this) {
            case StateChanged(_, TrustService service, _, _) -> service.key();
            case Continued(_, TrustService service, _) -> service.key();
            case ProviderAdded _,
                    ProviderChanged _,
                    ServiceAdded _,
                    ServiceChanged _,
                    SchemeChanged _,
                    Rewritten _,
                    Lost _ ->
                    "";
        };
    }

    /** What speaks to a reader. */
    interface Speech {

        /** The words of a key. */
        String word(String key, Object... facts);

        /** A time in local form. */
        String time(Instant at);

        /** The reader's language. */
        Locale locale();
    }

    /** The sentence in a reader's language. */
    default String sentence(Speech to) {
        Locale locale = to.locale();
        return switch (this) {
            case ProviderAdded(Provider provider) ->
                    to.word(
                            "trustlist.change.provider-added",
                            provider.name().best(locale),
                            provider.registration());
            case ProviderChanged(Provider provider, String label, _, _) ->
                    to.word(
                            "trustlist.change.provider-changed",
                            provider.name().best(locale),
                            to.word(label));
            case ServiceAdded(Provider provider, TrustService service) ->
                    to.word(
                            "trustlist.change.service-added",
                            service.name().best(locale),
                            provider.name().best(locale),
                            state(to, service.state()),
                            to.time(service.state().since()));
            case ServiceChanged(TrustService service, String label, _, _) ->
                    to.word(
                            "trustlist.change.service-changed",
                            service.name().best(locale),
                            to.word(label));
            case StateChanged(Provider provider, TrustService service, var from, var next) ->
                    to.word(
                            "trustlist.change.state",
                            service.name().best(locale),
                            provider.name().best(locale),
                            state(to, from),
                            state(to, next),
                            to.time(next.since()));
            case Continued(Provider provider, TrustService service, ServiceState state) ->
                    to.word(
                            "trustlist.change.continued",
                            service.name().best(locale),
                            provider.name().best(locale),
                            state(to, state),
                            to.time(state.since()));
            case SchemeChanged(String label, _, _) ->
                    to.word("trustlist.change.scheme", to.word(label));
            case Rewritten(TrustService service) ->
                    to.word("trustlist.change.rewritten", service.name().best(locale));
            case Lost(TrustService service) ->
                    to.word("trustlist.change.lost", service.name().best(locale));
        };
    }

    /** What stood there before; empty where nothing is shown. */
    default String was() {
        return "";
    }

    /** What stands there now; empty where nothing is shown. */
    default String is() {
        return "";
    }

    private static String state(Speech to, ServiceState state) {
        return to.word("trustlist.state." + state.code());
    }
}
