package org.danaya.trust.trustlist.model;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody is reached (TS 119 612 §5.3.5).
 *
 * @param electronic addresses such as {@code mailto:…} and {@code https://…}
 */
public record Address(List<Postal> postal, Texts electronic) {

    /** Keeps a copy. */
    public Address {
        postal = List.copyOf(postal);
    }

    /**
     * A postal address in a language.
     *
     * @param province empty where there is none
     * @param code the postal code; empty where there is none
     * @param country two letters (ISO 3166-1)
     */
    public record Postal(
            String language,
            String street,
            String locality,
            String province,
            String code,
            String country) {}

    /** The mail address, without {@code mailto:}; empty where there is none. */
    public String mail() {
        return electronic.all().stream()
                .filter(uri -> uri.startsWith("mailto:"))
                .map(uri -> uri.substring("mailto:".length()))
                .findFirst()
                .orElse("");
    }

    /** The web site; empty where there is none. */
    public String site() {
        return electronic.all().stream()
                .filter(uri -> uri.startsWith("http"))
                .findFirst()
                .orElse("");
    }

    /** The first postal address in a language, else any. */
    public Optional<Postal> in(String language) {
        return postal.stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .or(() -> postal.stream().findFirst());
    }
}
