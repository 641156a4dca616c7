package org.danaya.trust.authority;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The certificates that the database knows, for an audit that compares them with the log. */
public final class CertificateHashes {

    private CertificateHashes() {}

    /** The SHA-256 of each, in hexadecimal. */
    public static Set<String> all(DataSource source) {
        Set<String> hashes = new HashSet<>();
        JdbcClient.create(source)
                .sql("select sha256 from authority.certificate_body")
                .query(
                        row -> {
                            hashes.add(HexFormat.of().formatHex(row.getBytes(1)));
                        });
        return hashes;
    }
}
