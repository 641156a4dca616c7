package org.danaya.trust.trustlist.console;

import java.util.ArrayList;
import java.util.List;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.Texts;

/** What a list says of itself, as a form. What the form doesn't hold is kept as it is. */
final class SchemeForm {

    static final Field<String> VERSION = Field.text("version", 10).hidden();
    static final Field<String> STREET = Field.text("street", 200);
    static final Field<String> LOCALITY = Field.text("locality", 100);
    static final Field<String> POSTCODE = Field.text("postcode", 20).optional();
    static final Field<String> COUNTRY = country();
    static final Field<String> MAIL = Field.mail("mail");
    static final Field<String> SITE = address("site");

    private static final Field<String> OPERATOR_FR = Field.text("operator-fr", 200);
    private static final Field<String> OPERATOR_EN = Field.text("operator-en", 64);
    private static final Field<String> NAME_FR = Field.text("name-fr", 200);
    private static final Field<String> NAME_EN = Field.text("name-en", 200);
    private static final Field<String> INFORMATION_FR = address("information-fr");
    private static final Field<String> INFORMATION_EN = address("information-en");
    private static final Field<String> TYPE = address("type");
    private static final Field<String> APPROACH = address("approach");
    private static final Field<String> RULES = address("rules");
    private static final Field<String> LEGAL_FR = Field.area("legal-fr", 4000);
    private static final Field<String> LEGAL_EN = Field.area("legal-en", 4000);
    private static final Field<String> DISTRIBUTION = address("distribution").optional();

    private SchemeForm() {}

    /** A web address. */
    static Field<String> address(String name) {
        return Field.text(name, 300)
                .as(
                        text -> {
                            if (!text.matches("https?://[^\\s<>\"]+")) {
                                throw new IllegalArgumentException(text);
                            }
                            return text;
                        },
                        text -> text,
                        "trustlist.wrong-address");
    }

    private static Field<String> country() {
        return Field.text("country", 2)
                .as(
                        text -> {
                            if (!text.matches("[A-Z]{2}")) {
                                throw new IllegalArgumentException(text);
                            }
                            return text;
                        },
                        text -> text,
                        "trustlist.wrong-country");
    }

    static Form blank() {
        return Form.of(
                "trustlist.scheme",
                OPERATOR_FR,
                OPERATOR_EN,
                STREET,
                LOCALITY,
                POSTCODE,
                COUNTRY,
                MAIL,
                SITE,
                NAME_FR,
                NAME_EN,
                INFORMATION_FR,
                INFORMATION_EN,
                TYPE,
                APPROACH,
                RULES,
                LEGAL_FR,
                LEGAL_EN,
                DISTRIBUTION,
                VERSION);
    }

    static Form of(Scheme scheme, int version) {
        return filled(blank(), scheme.address())
                .with(OPERATOR_FR, scheme.operator().in("fr"))
                .with(OPERATOR_EN, scheme.operator().in("en"))
                .with(NAME_FR, scheme.name().in("fr"))
                .with(NAME_EN, scheme.name().in("en"))
                .with(INFORMATION_FR, scheme.information().in("fr"))
                .with(INFORMATION_EN, scheme.information().in("en"))
                .with(TYPE, scheme.type())
                .with(APPROACH, scheme.approach())
                .with(RULES, scheme.rules().in("en"))
                .with(LEGAL_FR, scheme.legal().in("fr"))
                .with(LEGAL_EN, scheme.legal().in("en"))
                .with(DISTRIBUTION, scheme.distribution().stream().findFirst())
                .with(VERSION, Integer.toString(version));
    }

    /** A form with the fields of an address filled in. */
    static Form filled(Form form, Address address) {
        Form filled = form.with(MAIL, address.mail()).with(SITE, address.site());
        return address.in("fr")
                .map(
                        postal ->
                                filled.with(STREET, postal.street())
                                        .with(LOCALITY, postal.locality())
                                        .with(POSTCODE, postal.code())
                                        .with(COUNTRY, postal.country()))
                .orElse(filled);
    }

    /** The address that was typed, told alike in French and English. */
    static Address address(Form form, Address before) {
        List<Address.Postal> postal = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            postal.add(
                    new Address.Postal(
                            language,
                            form.get(STREET),
                            form.get(LOCALITY),
                            before.in(language).map(Address.Postal::province).orElse(""),
                            form.find(POSTCODE).orElse(""),
                            form.get(COUNTRY)));
        }
        Texts electronic = Texts.of("", "mailto:" + form.get(MAIL)).plus("en", form.get(SITE));
        return new Address(postal, electronic);
    }

    /** The scheme that was typed. */
    static Scheme scheme(Form form, Scheme before) {
        return new Scheme(
                Scheme.VERSION,
                before.sequence(),
                before.issued(),
                before.nextUpdate(),
                form.get(TYPE),
                Texts.of(form.get(OPERATOR_FR), form.get(OPERATOR_EN)),
                address(form, before.address()),
                Texts.of(form.get(NAME_FR), form.get(NAME_EN)),
                Texts.of(form.get(INFORMATION_FR), form.get(INFORMATION_EN)),
                form.get(APPROACH),
                Texts.of("", form.get(RULES)),
                before.territory(),
                Texts.of(form.get(LEGAL_FR), form.get(LEGAL_EN)),
                false,
                Scheme.FOR_EVER,
                before.pointers(),
                form.find(DISTRIBUTION).stream().toList(),
                before.extensions());
    }
}
