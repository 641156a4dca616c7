package org.danaya.trust.policy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.base.Settings;
import org.danaya.trust.authority.AuthoritySettings;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.lint.Linter;
import org.danaya.trust.profile.Country;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.status.StatusSettings;
import org.danaya.trust.timestamp.TimestampSettings;

/** What fills the places of the frame: profiles, country and settings. */
final class PolicyPlaces {

    private PolicyPlaces() {}

    /**
     * The places.
     *
     * @param chosen the profiles that the document is about
     */
    static Map<String, String> of(
            Spelling spelling, Profiles profiles, List<Profile> chosen, Settings settings) {
        Map<String, String> places = new HashMap<>();
        country(places, profiles.country(), spelling);
        settings(places, settings, spelling);
        ProfileTables tables = new ProfileTables(spelling, chosen);
        List<Profile> all = profiles.all();
        places.put("policies", tables.policies());
        places.put("authorities", tables.authorities(all));
        places.put("subscribers", tables.subscribers());
        places.put("uses", tables.uses());
        places.put("publication", tables.publication());
        places.put("names", tables.names());
        places.put("approvals", tables.approvals());
        places.put("quorum", tables.quorum());
        places.put("origins", tables.origins());
        places.put("keys", tables.keys());
        places.put("lifetimes", tables.lifetimes());
        places.put("changeover", tables.changeover(all));
        places.put("retention", tables.retention());
        places.put("extensions", tables.extensions());
        places.put("algorithms", tables.algorithms());
        places.put("lint-rules", Integer.toString(Linter.rules().size()));
        places.put("reasons", reasons(spelling));
        places.put("crl-extensions", crl(spelling));
        places.put("ocsp-extensions", ocsp(spelling));
        return places;
    }

    private static void country(Map<String, String> places, Country country, Spelling spelling) {
        places.put("country", country.code());
        places.put("organization", country.organization());
        places.put("organization-identifier", country.identifier());
        places.put(
                "practice-statement",
                country.statement().map(URI::toString).orElse(spelling.word("not-known")));
    }

    private static void settings(Map<String, String> places, Settings settings, Spelling spelling) {
        Duration list = settings.get(StatusSettings.LIST_VALIDITY);
        places.put("trust.address", settings.get(AuthoritySettings.ADDRESS).toString());
        places.put(
                "ocsp.address",
                AuthoritySettings.addresses(settings.get(AuthoritySettings.ADDRESS), "").ocsp());
        places.put(
                "authority.approval-time",
                spelling.duration(settings.get(AuthoritySettings.APPROVAL_TIME)));
        places.put("crl.validity", spelling.duration(list));
        places.put("crl.half", spelling.duration(list.dividedBy(2)));
        places.put("ocsp.validity", spelling.duration(settings.get(StatusSettings.VALIDITY)));
        places.put(
                "timestamp.accuracy", spelling.duration(settings.get(TimestampSettings.ACCURACY)));
    }

    private static String reasons(Spelling spelling) {
        return Stream.of(RevocationReason.values())
                .map(
                        reason ->
                                "- "
                                        + spelling.words()
                                                .say(
                                                        spelling.language(),
                                                        "registration.reason." + reason.spelled())
                                        + " (`"
                                        + reason.name().toLowerCase(Locale.ROOT)
                                        + "`, "
                                        + reason.code()
                                        + ")")
                .collect(Collectors.joining("\n"));
    }

    private static MarkdownTable table(Spelling spelling) {
        return new MarkdownTable(
                spelling.word("head.extension"),
                spelling.word("head.critical"),
                spelling.word("head.value"));
    }

    private static String crl(Spelling spelling) {
        String no = spelling.yes(false);
        return table(spelling)
                .row("authorityKeyIdentifier", no, spelling.word("value.key"))
                .row("cRLNumber", no, spelling.word("value.number"))
                .row("issuingDistributionPoint", spelling.yes(true), "`/crl/CODE/PARTITION.crl`")
                .row("reasonCode", no, spelling.word("value.reason"))
                .row("invalidityDate", no, spelling.word("value.invalidity"))
                .toString();
    }

    private static String ocsp(Spelling spelling) {
        String no = spelling.yes(false);
        return table(spelling)
                .row("nonce", no, spelling.word("value.nonce"))
                .row("archive-cutoff", no, spelling.word("value.archive"))
                .row("extended-revoke", no, spelling.word("value.extended"))
                .toString();
    }
}
