package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.sigma.Corpora;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final List<String> NAMES =
            List.of(
                    "Administrators",
                    "Admins_Workstations",
                    "ApprovedUserUpn",
                    "Approved_Inviters",
                    "DC-MACHINE-NAME",
                    "HomeTenantID",
                    "Important_AppIds",
                    "KNOWN_LOCATION",
                    "Known_Location",
                    "Legitimate_Countries",
                    "ServerSystems",
                    "UnLegitCountries",
                    "Workstations",
                    "dc_machine_accounts",
                    "domain_controller_hostnames",
                    "internal_domains",
                    "known_cdcs",
                    "legit_ips",
                    "legtimate_identifiers",
                    "userdomain",
                    "DomainControllers",
                    "Legitimate_IP_Ranges",
                    "UnApprovedIp",
                    "dc_ip_addresses",
                    "UnApprovedDevice");

    /** The 25 need values for placeholders that only an administration knows. */
    @Test
    void everyRuleOfTheCorpusCompilesOrSaysWhyNot() {
        List<Read> reads = RuleFolder.read(new RuleReader(), Corpora.rules());
        Map<String, Integer> causes = new TreeMap<>();
        for (Read read : reads) {
            String cause =
                    switch (read) {
                        case Read.OfRule rule -> "compiled";
                        case Read.Refused refused -> refused.cause().code();
                        case Read.OfCorrelation correlation -> "correlation";
                        case Read.OfFilter filter -> "filter";
                    };
            causes.merge(cause, 1, Integer::sum);
        }
        System.out.println("Rules of the corpus: " + causes);
        assertEquals(Map.of("compiled", 3755, "placeholder.unknown", 25), causes);
    }

    @Test
    void withPlaceholdersEveryRuleOfTheCorpusCompiles() {
        var placeholders =
                new Placeholders(
                        NAMES.stream()
                                .collect(
                                        Collectors.toMap(
                                                name -> name,
                                                name -> List.of("srv*", "\\\\example"))));
        List<String> unknown =
                RuleFolder.read(new RuleReader(placeholders), Corpora.rules()).stream()
                        .filter(Read.Refused.class::isInstance)
                        .map(read -> ((Read.Refused) read).message())
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(List.of(), unknown);
    }
}
