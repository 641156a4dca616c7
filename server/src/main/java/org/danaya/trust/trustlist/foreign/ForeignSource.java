package org.danaya.trust.trustlist.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.model.ServiceCertificate;

/**
 * A foreign list as the operator names it.
 *
 * @param address where it is: {@code https://…}, {@code http://…} or a path
 * @param signers the certificates that may sign it, DER
 */
record ForeignSource(String address, List<byte[]> signers) {

    private static final int MOST = 100;

    ForeignSource {
        signers = List.copyOf(signers);
    }

    /** Whether it is fetched over the network. */
    boolean remote() {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /**
     * Reads the file that names lists: on each line an address or a path, then the paths of the
     * certificates that sign it; empty lines and those that begin with {@code #} say nothing. Paths
     * are relative to the file's folder.
     *
     * @throws Fault {@link TrustlistFault#FOREIGN_FILE}, {@link TrustlistFault#UNREADABLE}
     */
    static List<ForeignSource> read(Path file) {
        try {
            List<ForeignSource> sources = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    sources.add(source(file, i + 1, line));
                }
            }
            if (sources.size() > MOST) {
                throw new Fault(TrustlistFault.FOREIGN_FILE, file, MOST + 1);
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new Fault(e, TrustlistFault.UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    private static ForeignSource source(Path file, int number, String line) throws IOException {
        String[] words = line.split("\\s+", -1);
        if (words.length < 2) {
            throw new Fault(TrustlistFault.FOREIGN_FILE, file, number);
        }
        List<byte[]> signers = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Path certificate = file.resolveSibling(words[i]);
            if (!Files.isRegularFile(certificate)
                    || Files.size(certificate) > ServiceCertificate.MOST_BYTES) {
                throw new Fault(TrustlistFault.FOREIGN_FILE, file, number);
            }
            signers.add(
                    ServiceCertificate.read(Files.readAllBytes(certificate))
                            .orElseThrow(() -> new Fault(TrustlistFault.FOREIGN_FILE, file, number))
                            .der());
        }
        String address =
                words[0].contains("://") ? words[0] : file.resolveSibling(words[0]).toString();
        if (words[0].contains("://") && !words[0].matches("https?://.+")) {
            throw new Fault(TrustlistFault.FOREIGN_FILE, file, number);
        }
        return new ForeignSource(address, signers);
    }
}
