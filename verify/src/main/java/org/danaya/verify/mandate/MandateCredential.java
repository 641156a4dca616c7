package org.danaya.verify.mandate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in a wallet (SD-JWT VC; RFC 9901), with the claims that its bearer chose to show. What
 * isn't shown reads {@link #UNSHOWN}, powers none; {@link VerdictWords} says so.
 */
public final class MandateCredential {

    /** The most characters of one. */
    public static final int MAX_CHARACTERS = 65_536;

    /** The type of the JWT. */
    public static final String TYPE = "dc+sd-jwt";

    /** What stands for a claim that the bearer keeps to themselves. */
    public static final String UNSHOWN = "…";

    private static final String VCT = "/mandates/credential/v1";
    private static final int MAX_DISCLOSURES = 16;
    private static final int MAX_LIMITS = 200;
    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)~([A-Za-z0-9_~-]*~)?"
                            + "([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)?");
    private static final Pattern STATUS = Pattern.compile(".*/(0|[1-9][0-9]{0,3})");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final Pattern LINE = Pattern.compile("[^ ;]+ [^;]+");
    private static final Map<String, SealKind> KINDS =
            Map.of(
                    "mandate", SealKind.MANDATE,
                    "member", SealKind.DELEGATION_MEMBER,
                    "head", SealKind.DELEGATION_HEAD,
                    "spokesperson", SealKind.SPOKESPERSON);
    private static final Set<String> CLAIMS =
            Set.of("name", "function", "structure", "powers", "limits");

    private final byte[] signed;
    private final byte[] signature;
    private final KeyId key;
    private final SealedMandate claimed;

    private MandateCredential(byte[] signed, byte[] signature, KeyId key, SealedMandate claimed) {
        this.signed = signed;
        this.signature = signature;
        this.key = key;
        this.claimed = claimed;
    }

    /** Whether a text has the form of a credential, of a mandate or of anything else. */
    public static boolean isOne(String text) {
        return text.length() <= MAX_CHARACTERS && FORM.matcher(text.strip()).matches();
    }

    /**
     * Reads one and matches what is disclosed with what is signed. Nothing that it claims is to be
     * used before {@link #check}.
     */
    public static Parsed<MandateCredential> read(String text) {
        return Broken.read(
                () -> {
                    Matcher form = FORM.matcher(text.strip());
                    if (text.length() > MAX_CHARACTERS || !form.matches()) {
                        throw broken("not an SD-JWT");
                    }
                    Map<String, Json> header = object(decoded(group(form, 1)));
                    if (!text(header, "alg").equals("ES256") || !text(header, "typ").equals(TYPE)) {
                        throw broken("another type or algorithm");
                    }
                    KeyId key =
                            KeyId.ofBytes(decoded(text(header, "kid")))
                                    .orElseThrow(() -> broken("no key is named"));
                    byte[] signature = decoded(group(form, 3));
                    if (signature.length != EcdsaSignature.RAW) {
                        throw broken("a signature of another length");
                    }
                    String start = group(form, 1) + "." + group(form, 2);
                    return new MandateCredential(
                            start.getBytes(StandardCharsets.US_ASCII),
                            signature,
                            key,
                            claimed(object(decoded(group(form, 2))), disclosures(form.group(4))));
                });
    }

    private static List<String> disclosures(@Nullable String all) throws Broken {
        List<String> disclosures =
                all == null ? List.of() : Pattern.compile("~").splitAsStream(all).toList();
        if (disclosures.size() > MAX_DISCLOSURES) {
            throw broken("too many disclosures");
        }
        return disclosures;
    }

    /** What is disclosed, by name: each hash is signed, and is there once (RFC 9901 §7.1). */
    private static Map<String, Json> shown(Map<String, Json> claims, List<String> disclosures)
            throws Broken {
        Set<String> hashes = new HashSet<>();
        for (Json hash : items(claims, "_sd", MAX_DISCLOSURES)) {
            if (!(hash instanceof Json.Text(String value)) || !hashes.add(value)) {
                throw broken("_sd");
            }
        }
        if (!text(claims, "_sd_alg").equals("sha-256")) {
            throw broken("another hash");
        }
        Map<String, Json> shown = new HashMap<>();
        for (String each : disclosures) {
            if (!hashes.remove(hash(each))) {
                throw new Broken(Reason.SIGNATURE_WRONG, "a disclosure that wasn’t signed");
            }
            if (!(json(decoded(each)) instanceof Json.Array(List<Json> parts))
                    || parts.size() != 3
                    || !(parts.get(0) instanceof Json.Text)
                    || !(parts.get(1) instanceof Json.Text(String name))
                    || !CLAIMS.contains(name)
                    || shown.put(name, parts.get(2)) != null) {
                throw broken("a disclosure");
            }
        }
        return shown;
    }

    private static String hash(String disclosure) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(disclosure.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static SealedMandate claimed(Map<String, Json> claims, List<String> disclosures)
            throws Broken {
        Map<String, Json> shown = shown(claims, disclosures);
        if (!text(claims, "vct").endsWith(VCT) || !KINDS.containsKey(text(claims, "kind"))) {
            throw broken("not a mandate");
        }
        Map<String, Json> status = object(object(claims, "status"), "status_list");
        Matcher list = STATUS.matcher(text(status, "uri"));
        if (!list.matches()) {
            throw broken("status");
        }
        long number = Long.parseLong(group(list, 1));
        long entry = whole(status, "idx", StatusList.MAX_ENTRIES - 1);
        if (!(ShortCode.read(text(claims, "code")) instanceof ShortCode.Reading.Good good)) {
            throw broken("code");
        }
        Map<String, Json> structure =
                shown.containsKey("structure") ? object(shown, "structure") : Map.of();
        boolean where = shown.containsKey("structure");
        try {
            return new SealedMandate(
                    kind(text(claims, "kind")),
                    whole(claims, "number", SealedMandate.MAX_NUMBER),
                    good.code().data(),
                    shown.containsKey("name") ? text(shown, "name") : UNSHOWN,
                    shown.containsKey("function") ? text(shown, "function") : "",
                    where ? text(structure, "id") : UNSHOWN,
                    where ? text(structure, "name") : "",
                    powers(shown),
                    limit(shown),
                    (number << StatusList.INDEX_BITS) + entry,
                    Instant.ofEpochSecond(whole(claims, "nbf", SealedMandate.MAX_SECONDS)),
                    Instant.ofEpochSecond(whole(claims, "exp", SealedMandate.MAX_SECONDS)));
        } catch (IllegalArgumentException e) {
            throw broken("" + e.getMessage());
        }
    }

    private static SealKind kind(String code) throws Broken {
        SealKind kind = KINDS.get(code);
        if (kind == null) {
            throw broken("kind");
        }
        return kind;
    }

    private static Powers powers(Map<String, Json> shown) throws Broken {
        if (!shown.containsKey("powers")) {
            return Powers.NONE;
        }
        List<Power> powers = new ArrayList<>();
        for (Json each : items(shown, "powers", Power.values().length)) {
            powers.add(
                    Arrays.stream(Power.values())
                            .filter(power -> new Json.Text(power.code()).equals(each))
                            .findFirst()
                            .orElseThrow(() -> broken("a power")));
        }
        if (powers.isEmpty()) {
            throw broken("no power");
        }
        return Powers.of(powers);
    }

    /** Lines of a side and a value, with semicolons between; {@link VerdictWords} reads them. */
    private static String limit(Map<String, Json> shown) throws Broken {
        if (!shown.containsKey("limits")) {
            return UNSHOWN;
        }
        List<String> lines = new ArrayList<>();
        for (Json each : items(shown, "limits", MAX_LIMITS)) {
            if (!(each instanceof Json.Text(String line)) || !LINE.matcher(line).matches()) {
                throw broken("a limit");
            }
            lines.add(line);
        }
        return String.join("; ", lines);
    }

    /**
     * Checks which key signed it and the signature. The key has to be good at that instant; for a
     * mandate that has ended, at its last second.
     */
    public Verdict<SealedMandate> check(KeySet keys, Instant at) {
        Instant last = claimed.until().minusSeconds(1);
        return keys.find(key, KeySet.Use.SEALS, at.isBefore(last) ? at : last)
                .then(found -> check(found.key()));
    }

    /** Checks the signature with one key, whatever its dates. */
    public Verdict<SealedMandate> check(P256Key with) {
        if (!with.id().equals(key)) {
            return Verdict.invalid(Reason.SEAL_KEY_UNKNOWN, "key " + key);
        }
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(with.publicKey());
            check.update(signed);
            return check.verify(EcdsaSignature.derOfRaw(signature))
                    ? Verdict.valid(claimed)
                    : Verdict.invalid(Reason.SIGNATURE_WRONG, "the JWT’s signature");
        } catch (GeneralSecurityException e) {
            return Verdict.invalid(Reason.SIGNATURE_WRONG, "the JWT’s signature");
        }
    }

    /** What it claims, for a technical report; nobody has checked it. */
    public SealedMandate claimed() {
        return claimed;
    }

    private static Broken broken(String what) {
        return new Broken(Reason.CREDENTIAL_FORM, what);
    }

    private static String group(Matcher matcher, int number) throws Broken {
        String group = matcher.group(number);
        if (group == null) {
            throw broken("a part is missing");
        }
        return group;
    }

    /** Base64url without padding, in its one spelling (RFC 7515 §2). */
    private static byte[] decoded(String text) throws Broken {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for a second spelling.
        }
        throw broken("not base64url");
    }

    private static Map<String, Json> object(byte[] bytes) throws Broken {
        return object(Map.of("", json(bytes)), "");
    }

    private static Json json(byte[] bytes) throws Broken {
        return switch (Json.read(bytes)) {
            case Parsed.Ok<Json>(Json value) -> value;
            case Parsed.Malformed<Json> wrong -> throw broken("not JSON");
        };
    }

    private static Map<String, Json> object(Map<String, Json> in, String name) throws Broken {
        if (in.get(name) instanceof Json.Members(Map<String, Json> members)) {
            return members;
        }
        throw broken("no object " + name);
    }

    private static String text(Map<String, Json> in, String name) throws Broken {
        if (in.get(name) instanceof Json.Text(String value)) {
            return value;
        }
        throw broken("no text " + name);
    }

    private static List<Json> items(Map<String, Json> in, String name, int most) throws Broken {
        if (in.get(name) instanceof Json.Array(List<Json> items) && items.size() <= most) {
            return items;
        }
        throw broken("no array " + name);
    }

    private static long whole(Map<String, Json> in, String name, long most) throws Broken {
        if (in.get(name) instanceof Json.Numeral(String spelling)
                && WHOLE.matcher(spelling).matches()
                && Long.parseLong(spelling) <= most) {
            return Long.parseLong(spelling);
        }
        throw broken("no number " + name);
    }
}
