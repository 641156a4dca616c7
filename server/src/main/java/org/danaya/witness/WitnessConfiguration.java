package org.danaya.witness;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.page.Section;
import org.danaya.store.Store;
import org.danaya.verify.Policy;
import org.danaya.verify.TileSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The witnesses of this installation's log. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    @Bean
    Witnesses witnesses(Settings settings, Store store, JdbcClient jdbc, Clock clock) {
        Policy policy =
                settings.find(WitnessSettings.POLICY_FILE).map(PolicyFile::read).orElse(null);
        WitnessTable table = new WitnessTable(jdbc);
        Duration timeout = settings.get(WitnessSettings.TIMEOUT);
        return new Witnesses(
                policy,
                policy == null
                        ? List.of()
                        : asked(
                                policy,
                                table.all(),
                                TileSource.directory(store.home().log()),
                                http(timeout)),
                table,
                timeout,
                settings.get(WitnessSettings.PATIENCE),
                clock);
    }

    @Bean
    Section witnessesSection() {
        return new Section("witnesses", WitnessPages.PATH, Right.READ_LOG_STATE, 70);
    }

    static HttpClient http(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    static List<AskedWitness> asked(
            Policy policy, Map<String, WitnessHealth> known, TileSource tiles, HttpClient http) {
        List<AskedWitness> asked = new ArrayList<>();
        for (Policy.Witness witness : policy.witnesses()) {
            if (!witness.url().isEmpty()) {
                WitnessClient client = new WitnessClient(http, address(witness), witness.key());
                asked.add(new AskedWitness(witness, client, tiles, health(witness, known)));
            }
        }
        return asked;
    }

    private static URI address(Policy.Witness witness) {
        try {
            URI address = URI.create(witness.url());
            if (List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new Fault(e, WitnessFault.WRONG_ADDRESS, witness.url());
        }
        throw new Fault(WitnessFault.WRONG_ADDRESS, witness.url());
    }

    private static WitnessHealth health(Policy.Witness witness, Map<String, WitnessHealth> known) {
        WitnessHealth before = known.get(witness.key().vkey());
        return new WitnessHealth(
                witness.name(),
                witness.key().name(),
                witness.url(),
                before == null ? WitnessHealth.State.UNTRIED : before.state(),
                before == null ? 0 : before.size(),
                before == null ? null : before.succeeded(),
                before == null ? null : before.asked(),
                before == null ? null : before.error());
    }
}
