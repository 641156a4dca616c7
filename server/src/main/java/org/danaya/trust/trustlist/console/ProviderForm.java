package org.danaya.trust.trustlist.console;

import java.util.List;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Texts;

/** A provider as a form. */
final class ProviderForm {

    static final Field<String> REGISTRATION =
            Field.text("registration", 70)
                    .as(
                            text -> {
                                if (!Provider.REGISTRATION.matcher(text).matches()) {
                                    throw new IllegalArgumentException(text);
                                }
                                return text;
                            },
                            text -> text,
                            "trustlist.wrong-registration");

    private static final Field<String> NAME_FR = Field.text("name-fr", 200);
    private static final Field<String> NAME_EN = Field.text("name-en", 200);
    private static final Field<String> INFORMATION = SchemeForm.address("information");
    private static final Address NOWHERE = new Address(List.of(), Texts.NONE);

    private ProviderForm() {}

    static Form blank(int version) {
        return Form.of(
                        "trustlist.provider",
                        NAME_FR,
                        NAME_EN,
                        REGISTRATION,
                        SchemeForm.STREET,
                        SchemeForm.LOCALITY,
                        SchemeForm.POSTCODE,
                        SchemeForm.COUNTRY,
                        SchemeForm.MAIL,
                        SchemeForm.SITE,
                        INFORMATION,
                        SchemeForm.VERSION)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    /** The form of a provider that is listed: its registration identifier stays. */
    static Form known(int version) {
        return Form.of(
                        "trustlist.provider",
                        NAME_FR,
                        NAME_EN,
                        SchemeForm.STREET,
                        SchemeForm.LOCALITY,
                        SchemeForm.POSTCODE,
                        SchemeForm.COUNTRY,
                        SchemeForm.MAIL,
                        SchemeForm.SITE,
                        INFORMATION,
                        SchemeForm.VERSION)
                .with(SchemeForm.VERSION, Integer.toString(version));
    }

    static Form of(Provider provider, int version) {
        return SchemeForm.filled(known(version), provider.address())
                .with(NAME_FR, provider.name().in("fr"))
                .with(NAME_EN, provider.name().in("en"))
                .with(INFORMATION, provider.information().best(java.util.Locale.FRENCH));
    }

    static Provider provider(Form form) {
        return new Provider(
                Texts.of(form.get(NAME_FR), form.get(NAME_EN)),
                Texts.of("", form.find(REGISTRATION).orElse("")),
                SchemeForm.address(form, NOWHERE),
                Texts.of("", form.get(INFORMATION)),
                "",
                List.of());
    }

    /**
     * The provider with what was typed; its registration identifier, by which it is known, stays.
     */
    static Provider changed(Form form, Provider before) {
        Provider typed = provider(form);
        return new Provider(
                typed.name(),
                before.tradeNames(),
                SchemeForm.address(form, before.address()),
                typed.information(),
                before.extensions(),
                before.services());
    }
}
