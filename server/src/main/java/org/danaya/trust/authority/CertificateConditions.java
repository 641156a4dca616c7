package org.danaya.trust.authority;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A search for certificates as SQL.
 *
 * @param where made of our own words alone; what was typed is in the parameters
 */
record CertificateConditions(String where, Map<String, Object> parameters) {

    static CertificateConditions of(Certificates.Search search, Instant now) {
        List<String> all = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        String text = search.text().strip().toLowerCase(Locale.ROOT);
        String digits = text.replaceAll("[: ]", "");
        if (digits.matches("([0-9a-f]{2}){8,20}")) {
            all.add("c.serial = :serial");
            parameters.put("serial", HexFormat.of().parseHex(digits));
        } else if (!text.isEmpty()) {
            all.add("lower(b.subject) like :text");
            parameters.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        search.profile()
                .ifPresent(
                        code -> {
                            all.add(
                                    "c.profile_id in (select id from authority.profile"
                                            + " where code = :profile)");
                            parameters.put("profile", code);
                        });
        search.standing()
                .ifPresent(
                        standing -> {
                            all.add(condition(standing));
                            if (standing != Certificates.Standing.REVOKED) {
                                parameters.put("now", now.atOffset(ZoneOffset.UTC));
                            }
                            if (standing == Certificates.Standing.EXPIRING) {
                                parameters.put(
                                        "soon",
                                        now.plus(Certificates.SOON).atOffset(ZoneOffset.UTC));
                            }
                        });
        if (search.reach() instanceof Reach.Structures(var ids)) {
            all.add("b.structure = any (:structures)");
            parameters.put("structures", ids.toArray(UUID[]::new));
        }
        return new CertificateConditions(" where " + String.join(" and ", all), parameters);
    }

    JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement) {
        return statement.params(parameters);
    }

    /** Those that expire soon are good, too. */
    private static String condition(Certificates.Standing standing) {
        return switch (standing) {
            case GOOD -> "c.state = 0 and c.not_after >= :now";
            case EXPIRING ->
                    "c.state = 0 and c.not_after >= :now and c.not_after < :soon"
                            + " and c.not_after - (c.not_after - b.not_before) / 3 < :now";
            case SUSPENDED -> "c.state = 1 and c.not_after >= :now";
            case REVOKED -> "c.state = 2";
            case EXPIRED -> "c.state < 2 and c.not_after < :now";
        };
    }
}
