package org.danaya.verify.mandate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.Reason;
import org.danaya.verify.Strict;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;

/**
 * What a verifier trusts to begin with. It is pinned by who verifies, and never taken from the
 * server that is checked.
 *
 * @param country ISO 3166-1, two letters
 * @param rehearsal whether everything below these keys is an exercise
 * @param keys that sign key sets
 * @param log the log's verifier key
 * @param policy whose cosignatures a checkpoint needs (C2SP tlog-policy), "" for none
 * @param portal where the public's pages are
 * @param edge where snapshots and status lists are
 * @param certificates the roots that answer for the electronic seals on letters, each as base64 of
 *     its DER; none where letters are checked in another way
 */
public record Anchor(
        String country,
        String nameFr,
        String nameEn,
        boolean rehearsal,
        List<Key> keys,
        VerifierKey log,
        String policy,
        String portal,
        String edge,
        List<String> certificates) {

    /** What the file says that it is. */
    public static final String FORMAT = "danaya anchor v1";

    private static final int MAX_KEYS = 16;
    private static final int MAX_CERTIFICATES = 16;

    /**
     * A key that signs key sets, and the time in which it may.
     *
     * @param until the first instant at which it may not any more
     */
    public record Key(P256Key key, Instant from, Instant until) {}

    /** An anchor without certificates. */
    public Anchor(
            String country,
            String nameFr,
            String nameEn,
            boolean rehearsal,
            List<Key> keys,
            VerifierKey log,
            String policy,
            String portal,
            String edge) {
        this(country, nameFr, nameEn, rehearsal, keys, log, policy, portal, edge, List.of());
    }

    /**
     * An anchor.
     *
     * @throws IllegalArgumentException where it has no key, or more than 16
     */
    public Anchor {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("1 to 16 keys");
        }
    }

    /** Reads an anchor file. Members that it doesn't know are left aside. */
    public static Parsed<Anchor> parse(byte[] file) {
        return Json.read(file).then(json -> Broken.read(() -> read(Json.Members.of(json))));
    }

    private static Anchor read(Json.Members file) throws Broken {
        if (!file.text("format").equals(FORMAT)) {
            throw new Broken(Reason.WRONG_HEADER, "not a " + FORMAT);
        }
        List<Key> keys = new ArrayList<>();
        for (Json key : file.array("keys", MAX_KEYS)) {
            keys.add(key(Json.Members.of(key)));
        }
        if (keys.isEmpty()) {
            throw new Broken(Reason.ANCHOR_FORM, "no key");
        }
        String policy = file.text("policy");
        if (!policy.isEmpty()) {
            Broken.take(Policy.parse(policy.getBytes(StandardCharsets.UTF_8)));
        }
        Json.Members name = file.object("name");
        return new Anchor(
                file.text("country"),
                name.text("fr"),
                name.text("en"),
                file.flag("rehearsal"),
                keys,
                Broken.take(VerifierKey.parse(file.text("log"))),
                policy,
                file.text("portal"),
                file.text("edge"),
                certificates(file));
    }

    private static List<String> certificates(Json.Members file) throws Broken {
        List<String> certificates = new ArrayList<>();
        if (file.members().containsKey("certificates")) {
            for (Json each : file.array("certificates", MAX_CERTIFICATES)) {
                if (!(each instanceof Json.Text(String text))) {
                    throw new Broken(Reason.ANCHOR_FORM, "a certificate that is no text");
                }
                Broken.take(Strict.readBase64(text));
                certificates.add(text);
            }
        }
        return certificates;
    }

    private static Key key(Json.Members key) throws Broken {
        byte[] spki = Broken.take(Strict.readBase64(key.text("spki")));
        P256Key read = Broken.take(P256Key.ofSpki(spki));
        if (!read.id().base64Url().equals(key.text("kid"))) {
            throw new Broken(Reason.KEY_ID, "a key under another's name");
        }
        return new Key(read, instant(key.text("from")), instant(key.text("until")));
    }

    private static Instant instant(String text) throws Broken {
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)
                    && instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a second spelling of the same instant.
        }
        throw new Broken(Reason.ANCHOR_FORM, "not a time of RFC 3339 in UTC, in whole seconds");
    }

    /** The key of the anchor that this is signed with, if it was good at that instant. */
    Verdict<java.security.PublicKey> find(CoseSign1 cose, Instant at) {
        KeyId id = cose.keyId().flatMap(KeyId::ofBytes).orElse(null);
        for (Key key : keys) {
            if (key.key().id().equals(id)) {
                if (at.isBefore(key.from())) {
                    return Verdict.invalid(Reason.KEY_NOT_YET, "good from " + key.from());
                }
                return at.isBefore(key.until())
                        ? Verdict.valid(key.key().publicKey())
                        : Verdict.invalid(Reason.KEY_EXPIRED, "good until " + key.until());
            }
        }
        return Verdict.invalid(Reason.KEY_SET_UNKNOWN, "key " + id);
    }

    /** Whose signatures make a checkpoint good. */
    public Policy checkpoints() {
        return policy.isEmpty()
                ? Policy.of(log)
                : Policy.parse(policy.getBytes(StandardCharsets.UTF_8))
                        .orThrow()
                        .withLogs(List.of(log));
    }

    /** The file's text. */
    public String toJson() {
        String list =
                keys.stream()
                        .map(
                                key ->
                                        "    {\"kid\": "
                                                + Json.quote(key.key().id().base64Url())
                                                + ", \"spki\": "
                                                + Json.quote(Strict.base64(key.key().spki()))
                                                + ",\n     \"from\": "
                                                + Json.quote(key.from().toString())
                                                + ", \"until\": "
                                                + Json.quote(key.until().toString())
                                                + "}")
                        .collect(Collectors.joining(",\n"));
        return "{\n  \"format\": "
                + Json.quote(FORMAT)
                + ",\n  \"country\": "
                + Json.quote(country)
                + ",\n  \"name\": {\"fr\": "
                + Json.quote(nameFr)
                + ", \"en\": "
                + Json.quote(nameEn)
                + "},\n  \"rehearsal\": "
                + rehearsal
                + ",\n  \"keys\": [\n"
                + list
                + "\n  ],\n  \"log\": "
                + Json.quote(log.vkey())
                + ",\n  \"policy\": "
                + Json.quote(policy)
                + ",\n  \"portal\": "
                + Json.quote(portal)
                + ",\n  \"edge\": "
                + Json.quote(edge)
                + (certificates.isEmpty()
                        ? ""
                        : ",\n  \"certificates\": [\n    " + quoted() + "\n  ]")
                + "\n}\n";
    }

    private String quoted() {
        return certificates.stream().map(Json::quote).collect(Collectors.joining(",\n    "));
    }
}
