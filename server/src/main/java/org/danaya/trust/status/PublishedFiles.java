package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;

/**
 * Revocation lists or certificates of authorities, as they lie in a folder that anybody may read.
 * Each is replaced as a whole; what was read once is kept until the file is another.
 */
final class PublishedFiles implements EdgeHandler {

    private static final Header MINUTE = Header.of("Cache-Control", "public, max-age=60");

    /** Those that are kept in memory; a home has a few for each authority. */
    private static final int MOST = 1_000;

    private final String kind;
    private final Path folder;
    private final Header type;
    private final Pattern name;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    private PublishedFiles(String kind, Path folder, String suffix, String type) {
        this.kind = kind;
        this.folder = folder;
        this.type = EdgeAnswer.type(type);
        this.name =
                Pattern.compile("[a-z0-9][a-z0-9-]{0,62}(/[a-z0-9][a-z0-9-]{0,62})?\\." + suffix);
    }

    /** Revocation lists (RFC 2585 §4). */
    static PublishedFiles lists(Path published) {
        return new PublishedFiles("crl", published.resolve("crl"), "crl", "application/pkix-crl");
    }

    /** Certificates of authorities (RFC 5280 §4.2.2.1). */
    static PublishedFiles certificates(Path published) {
        return new PublishedFiles("aia", published.resolve("aia"), "cer", "application/pkix-cert");
    }

    /** What was read of a file, and how the file was then. */
    private record Loaded(BasicFileAttributes file, EdgeAnswer answer) {

        boolean is(BasicFileAttributes now) {
            return now.size() == file.size()
                    && now.lastModifiedTime().equals(file.lastModifiedTime())
                    && Objects.equals(now.fileKey(), file.fileKey());
        }
    }

    @Override
    public String name() {
        return kind;
    }

    @Override
    public String prefix() {
        return "/" + kind + "/";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public int bodyLimit() {
        return 0;
    }

    @Override
    public boolean forAnySite() {
        return true;
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        String path = request.path().substring(prefix().length());
        if (!name.matcher(path).matches()) {
            throw new Fault(StatusFault.NO_FILE);
        }
        try {
            return load(path).answer.unlessKnown(request);
        } catch (NoSuchFileException _) {
            throw new Fault(StatusFault.NO_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded load(String path) throws IOException {
        Path file = folder.resolve(path);
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Loaded before = loaded.get(path);
        if (before != null && before.is(now)) {
            return before;
        }
        byte[] bytes = Files.readAllBytes(file);
        EdgeAnswer answer =
                EdgeAnswer.ok(
                        bytes,
                        type,
                        MINUTE,
                        OcspHttp.tag(bytes),
                        Header.of(
                                "Last-Modified",
                                OcspHttp.date(now.lastModifiedTime().toInstant())));
        Loaded fresh = new Loaded(now, answer);
        if (loaded.size() < MOST || before != null) {
            loaded.put(path, fresh);
        }
        return fresh;
    }
}
