package org.danaya.trust.validation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of a folder: {@code .pem}, {@code .crt}, {@code .cer} and {@code .der} files. It
 * is read again when a file in it changes. One file that can't be read makes the folder unusable,
 * so that a damaged file is seen and not passed over.
 */
final class FolderAnchors implements TrustAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(FolderAnchors.class);
    private static final int MOST_FILES = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final Path folder;

    /** What was read, with the names, sizes and times that it was read at. */
    private record Read(List<String> stamps, Anchors anchors) {}

    private volatile Optional<Read> last = Optional.empty();

    FolderAnchors(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Anchors> now(Instant time) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try {
            List<Path> files = files();
            List<String> stamps = files.stream().map(FolderAnchors::stamp).toList();
            Optional<Read> known = last.filter(read -> read.stamps().equals(stamps));
            if (known.isPresent()) {
                return List.of(known.get().anchors());
            }
            Anchors read = read(files);
            last = Optional.of(new Read(stamps, read));
            return List.of(read);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The trusted certificates in {} can't be read", folder, e);
            return List.of(anchors(Optional.empty(), new CommonTrustedCertificateSource(), false));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().matches(".*\\.(pem|crt|cer|der)"))
                            .sorted()
                            .limit(MOST_FILES + 1L)
                            .toList();
            if (files.size() > MOST_FILES) {
                throw new IOException("more than " + MOST_FILES + " files");
            }
            return files;
        }
    }

    private Anchors read(List<Path> files) throws IOException {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        Instant newest = Instant.EPOCH;
        for (Path file : files) {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException(file + " is larger than " + MOST_BYTES + " bytes");
            }
            for (CertificateToken token :
                    DSSUtils.loadCertificateFromP7c(
                            new ByteArrayInputStream(Files.readAllBytes(file)))) {
                source.addCertificate(token);
            }
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            newest = changed.isAfter(newest) ? changed : newest;
        }
        return anchors(
                files.isEmpty() ? Optional.empty() : Optional.of(newest), source, !files.isEmpty());
    }

    private Anchors anchors(
            Optional<Instant> issued, CommonTrustedCertificateSource source, boolean usable) {
        return new Anchors(
                new AnchorsState(
                        String.valueOf(folder.getFileName()),
                        issued,
                        Optional.empty(),
                        source.getCertificates().size(),
                        usable),
                source);
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
