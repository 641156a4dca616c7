package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.danaya.audit.ChainHash.Covered;
import org.junit.jupiter.api.Test;

/**
 * The vector of {@code docs/reference/journal-format.md}, which was made with Python's hashlib and
 * struct, not with this code.
 */
class ChainHashTest {

    private static final Hash FIRST =
            Hash.parse("6ddc80eb71ab5cda01dccad9c491cbf9ef271a1c1ea5f8179b7f976e9e853e59");
    private static final Hash SECOND =
            Hash.parse("e360eb95425466a430062c8907e04f70f19aa52b3f0424c7337d4d6b191debf4");
    private static final Hash ADDRESS =
            Hash.parse("8a0a6e98239aee9ebf42d163277a33daca46553923fc194633259ea8cc33f48c");

    @Test
    void theDocumentedVectorIsComputed() {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        Instant at = Instant.parse("2026-03-01T08:30:00.123456Z");
        ChainHash chain = new ChainHash();
        assertThat(ChainHash.addressDigest(salt, "192.0.2.7")).isEqualTo(ADDRESS);
        Covered first =
                new Covered(
                        7,
                        at,
                        "PERSON",
                        "01980000-0000-7000-8000-000000000001",
                        "registrar",
                        "people.structure-created",
                        "structure:42",
                        "DONE",
                        "{\"kind\":\"ministère\"}",
                        "r-1",
                        ADDRESS);
        Covered second =
                new Covered(
                        8,
                        at.plusNanos(1_000),
                        "PROGRAM",
                        "test",
                        "",
                        "audit.addresses-erased",
                        "journal:1",
                        "DONE",
                        "{\"through\":\"1\"}",
                        "",
                        ADDRESS);
        assertThat(chain.of(Head.START.hash(), 1, first)).isEqualTo(FIRST);
        assertThat(chain.of(FIRST, 2, second)).isEqualTo(SECOND);
    }

    @Test
    void theDocumentHasTheVector() throws IOException {
        Path document = Path.of("../docs/reference/journal-format.md");
        assertThat(Files.readString(document))
                .contains(FIRST.toString(), SECOND.toString(), ADDRESS.toString());
    }

    @Test
    void factsAreInTheFormOfRfc8785() {
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
        assertThat(CanonicalJson.of(Map.of("é", "\u20ac$\u000f\nA'B\"\\\"/", "e", "")))
                .isEqualTo("{\"e\":\"\",\"é\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/\"}");
    }
}
