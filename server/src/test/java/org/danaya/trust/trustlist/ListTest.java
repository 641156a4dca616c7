package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.trustedlist.TrustedListFacade;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.trustlist.ListVerdict.Reason;
import org.danaya.trust.trustlist.TestLists.Signing;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.TrustedList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list as bytes: written, read, signed, judged, and attacked. */
class ListTest {

    private static final Signing OURS = TestLists.key("ours", KeyAlgorithm.EC_P256);
    private static final Signing OTHER = TestLists.key("other", KeyAlgorithm.EC_P256);
    private static final TrustedList LIST = TestLists.example(OTHER.certificate());
    private static final byte[] SIGNED = TestLists.signed(LIST, OURS);
    private static final Random RANDOM = seeded();

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBackAndKeepsTheSchema() throws Exception {
        TrustedList withdrawn =
                LIST.changeService(
                        LIST.services().getFirst().service().key(),
                        service -> service.followedBy(new ServiceState.Withdrawn(TestLists.NOW)));
        byte[] bytes = ListWriter.write(withdrawn);
        assertThat(ListReader.read(bytes)).isEqualTo(withdrawn);
        assertThat(
                        TrustedListFacade.newFacade()
                                .unmarshall(new String(bytes, StandardCharsets.UTF_8), true)
                                .getTrustServiceProviderList()
                                .getTrustServiceProvider())
                .hasSize(1);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("X509SKI");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072"})
    void aSignedListIsAcceptedByDssAndByXmlsec(KeyAlgorithm algorithm) throws Exception {
        Signing signing =
                TestLists.key(
                        "a-"
                                + algorithm
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                        algorithm);
        byte[] signed = TestLists.signed(LIST, signing);
        assertThat(ListJudge.judge(signed, List.of(signing.certificate()), TestLists.NOW))
                .isInstanceOfSatisfying(
                        ListVerdict.Valid.class, valid -> assertThat(valid.list()).isEqualTo(LIST));
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/xmlsec1")), "xmlsec1 is not installed");
        assertThat(xmlsec(signed, signing)).isZero();
        byte[] changed = changed(signed, "Bamako", "Banako");
        assertThat(xmlsec(changed, signing)).isNotZero();
    }

    @Test
    void tamperedForeignUnsignedAndAgedListsAreRefusedForWhatTheyAre() {
        List<byte[]> ours = List.of(OURS.certificate());
        assertRefused(changed(SIGNED, "Bamako", "Banako"), ours, Reason.BROKEN);
        assertRefused(SIGNED, List.of(OTHER.certificate()), Reason.OTHER_SIGNER);
        assertRefused(ListWriter.write(LIST), ours, Reason.UNSIGNED);
        assertThat(ListJudge.judge(SIGNED, ours, TestLists.NOW.plus(Duration.ofDays(151))))
                .isInstanceOfSatisfying(
                        ListVerdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.EXPIRED));
        assertThat(ListJudge.judge(SIGNED, ours, TestLists.NOW.minus(Duration.ofDays(1))))
                .isInstanceOfSatisfying(
                        ListVerdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_YET));
    }

    @Test
    void aWrappedSignatureIsRefused() {
        List<byte[]> ours = List.of(OURS.certificate());
        String text = new String(SIGNED, StandardCharsets.UTF_8);
        String signature =
                text.substring(
                        text.indexOf("<ds:Signature"), text.indexOf("</TrustServiceStatusList>"));
        String evil =
                new String(ListWriter.write(LIST), StandardCharsets.UTF_8)
                        .replace("Bamako", "Banako");
        // The signed list lies in an extension of another one, which is the one that is read.
        String inner = text.substring(text.indexOf("<TrustServiceStatusList"));
        String wrapped =
                evil.replace(
                        "</DistributionPoints>",
                        "</DistributionPoints><SchemeExtensions><Extension Critical=\"false\">"
                                + inner
                                + "</Extension></SchemeExtensions>");
        assertRefused(wrapped.getBytes(StandardCharsets.UTF_8), ours, Reason.WRAPPED);
        String moved =
                evil.replace("</TrustServiceStatusList>", signature + "</TrustServiceStatusList>");
        assertThat(ListJudge.judge(moved.getBytes(StandardCharsets.UTF_8), ours, TestLists.NOW))
                .isInstanceOf(ListVerdict.Refused.class);
        String twice =
                text.replace("</TrustServiceStatusList>", signature + "</TrustServiceStatusList>");
        assertThat(ListJudge.judge(twice.getBytes(StandardCharsets.UTF_8), ours, TestLists.NOW))
                .isInstanceOf(ListVerdict.Refused.class);
    }

    @Test
    void hostileXmlIsRefusedByName() {
        assertFault(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                TrustlistFault.DOCTYPE);
        assertFault(
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                TrustlistFault.DOCTYPE);
        assertFault("<a>" + "<b>".repeat(5_000), TrustlistFault.NOT_XML);
        assertFault("PK\3\4", TrustlistFault.NOT_XML);
        assertFault("", TrustlistFault.NOT_XML);
        assertFault(
                new String(ListWriter.write(LIST), StandardCharsets.UTF_8)
                        .replace("http://uri.etsi.org/02231/v2#", "urn:other"),
                TrustlistFault.NOT_A_LIST);
        assertFault(
                new String(ListWriter.write(LIST), StandardCharsets.UTF_8)
                        .replaceFirst("<TSLType>.*</TSLType>", ""),
                TrustlistFault.SCHEMA);
        assertFault(
                new String(ListWriter.write(LIST), StandardCharsets.UTF_8)
                        .replace(">6</TSLVersion", ">4</TSLVersion"),
                TrustlistFault.VERSION);
        assertThatThrownBy(() -> ListReader.read(new byte[ListDocument.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(TrustlistFault.TOO_LARGE));
    }

    @Test
    void aListUnderAnUnknownCanonicalFormIsRefused() {
        String signed = new String(SIGNED, StandardCharsets.UTF_8);
        String changed =
                signed.replaceAll(
                        "CanonicalizationMethod Algorithm=\"[^\"]*\"",
                        "CanonicalizationMethod Algorithm=\"urn:other\"");
        assertThat(changed).isNotEqualTo(signed);
        assertThat(
                        ListJudge.judge(
                                changed.getBytes(StandardCharsets.UTF_8),
                                List.of(OURS.certificate()),
                                TestLists.NOW))
                .isInstanceOfSatisfying(
                        ListVerdict.Refused.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(ListVerdict.Reason.BROKEN));
    }

    @Test
    void noMutationOfASignedListIsBelievedAndNoneBreaksTheReader() {
        List<byte[]> ours = List.of(OURS.certificate());
        for (int i = 0; i < 60; i++) {
            byte[] mutated = mutated();
            ListVerdict verdict = ListJudge.judge(mutated, ours, TestLists.NOW);
            if (verdict instanceof ListVerdict.Valid(TrustedList list, _, _)) {
                // Only what canonical XML doesn't tell apart may differ.
                assertThat(list).isEqualTo(LIST);
            }
        }
    }

    private static byte[] mutated() {
        byte[] bytes = SIGNED.clone();
        int times = 1 + RANDOM.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = RANDOM.nextInt(bytes.length);
            switch (RANDOM.nextInt(4)) {
                case 0 -> bytes[at] = (byte) RANDOM.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << RANDOM.nextInt(7));
                case 2 -> {
                    int length = Math.min(RANDOM.nextInt(200), bytes.length - at);
                    int from = RANDOM.nextInt(bytes.length - length);
                    System.arraycopy(bytes, from, bytes, at, length);
                }
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static void assertRefused(byte[] bytes, List<byte[]> signers, Reason reason) {
        assertThat(ListJudge.judge(bytes, signers, TestLists.NOW))
                .isInstanceOfSatisfying(
                        ListVerdict.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .as(refused.detail())
                                        .isEqualTo(reason));
    }

    private static void assertFault(String text, TrustlistFault code) {
        assertThatThrownBy(() -> ListReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private int xmlsec(byte[] signed, Signing signing) throws Exception {
        Path list = Files.write(folder.resolve("list.xml"), signed);
        Path certificate = Files.write(folder.resolve("signer.der"), signing.certificate());
        Process process =
                new ProcessBuilder(
                                "xmlsec1",
                                "--verify",
                                "--id-attr:Id",
                                "http://uri.etsi.org/02231/v2#:TrustServiceStatusList",
                                "--id-attr:Id",
                                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                                "--pubkey-cert-der",
                                certificate.toString(),
                                list.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        if (process.exitValue() != 0) {
            System.out.println(said);
        }
        return process.exitValue();
    }

    private static byte[] changed(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace(from, to)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Random seeded() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("ListTest: -Ddanaya.seed=" + seed);
        return new Random(seed);
    }
}
