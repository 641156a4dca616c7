package org.danaya.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.SearchText;

/** The kinds of structure. Words under {@code people.kind.CODE}. */
public enum StructureKind {
    /** An institution of the State, such as the presidency, the assembly, a court. */
    INSTITUTION("institution"),
    /** A ministry. */
    MINISTRY("ministere"),
    /** A department, service, unit or project of a structure, with no legal personality. */
    SERVICE("service"),
    /** A public establishment or agency. */
    ESTABLISHMENT("etablissement"),
    /** An independent or regulatory authority. */
    AUTHORITY("autorite"),
    /** An operator of networks or of an essential service. */
    OPERATOR("operateur"),
    /** An operator of payment services. */
    PAYMENT_OPERATOR("operateur-paiement"),
    /** A local authority: region, district, commune. */
    LOCAL_AUTHORITY("collectivite");

    private final String code;

    StructureKind(String code) {
        this.code = code;
    }

    /** The stable code, in files, forms and the API. */
    public String code() {
        return code;
    }

    /** The kind that a text names, whatever its case, accents and spaces. */
    public static Optional<StructureKind> read(String text) {
        String plain =
                SearchText.plain(text)
                        .replaceAll("\\b(de|d')\\s*", "")
                        .replaceAll("[\\s_-]+", "-")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.code.equals(plain)).findFirst();
    }
}
