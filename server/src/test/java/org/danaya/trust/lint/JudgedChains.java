package org.danaya.trust.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.danaya.trust.profile.TestHierarchy;

/** Files of a chain for judges that we did not write, and the damage that they must see. */
final class JudgedChains {

    private JudgedChains() {}

    /** What was done to a certificate before it was judged. */
    enum Damage {
        NONE,
        /** One bit of the serial number in the TBSCertificate: the structure stays whole. */
        TBS_BIT,
        /** One bit of the signature's last byte. */
        SIGNATURE_BIT;

        byte[] done(TestHierarchy.Made made) {
            byte[] der = made.der().clone();
            switch (this) {
                case NONE -> {}
                case TBS_BIT -> der[serial(der, made.tbs())] ^= 1;
                case SIGNATURE_BIT -> der[der.length - 1] ^= 1;
            }
            return der;
        }

        /** The last byte of the serial number: behind the TBS's header and the version. */
        private static int serial(byte[] der, byte[] tbs) {
            int start = indexOf(der, tbs);
            int header = 2 + (tbs[1] < 0 ? tbs[1] & 0x7f : 0);
            int version = 5;
            int number = start + header + version;
            return number + 1 + der[number + 1];
        }

        private static int indexOf(byte[] whole, byte[] part) {
            for (int i = 0; i <= whole.length - part.length; i++) {
                if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("not a part");
        }
    }

    static Path pem(Path file, byte[]... ders) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] der : ders) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(file, text);
    }

    /** What a command says, on both of its channels. */
    static String run(Path folder, String... command) throws Exception {
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " doesn't end");
        }
        return Files.readString(output, StandardCharsets.UTF_8) + "\nexit " + process.exitValue();
    }

    static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
