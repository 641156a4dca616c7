package org.danaya.trust.trustlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeFault;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;
import org.jspecify.annotations.Nullable;

/**
 * The list at the edge: {@code /tl/danaya-tl.xml} and its digest {@code /tl/danaya-tl.sha2} (TS 119
 * 612 §6.1). Needs a home's published files and nothing else.
 */
public final class TrustListFiles implements EdgeHandler {

    private static final String PREFIX = "/tl/";

    /** TS 119 612 §6.1 allows four hours; a withdrawal should be seen sooner. */
    private static final Header MINUTES = Header.of("Cache-Control", "public, max-age=300");

    private static final Header XML = EdgeAnswer.type("application/vnd.etsi.tsl+xml");

    private final Path folder;
    private volatile @Nullable Made made;

    /**
     * @param published the home's published files
     */
    public TrustListFiles(Path published) {
        this.folder = Publication.folder(published);
    }

    /** The answers made from an edition's folder, which never changes. */
    private record Made(Path from, EdgeAnswer list, EdgeAnswer digest) {}

    @Override
    public String name() {
        return "trustlist";
    }

    @Override
    public String prefix() {
        return PREFIX;
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
        try {
            return switch (request.path()) {
                case PREFIX + Publication.LIST -> now().list().unlessKnown(request);
                // Some look beside the whole name of the list, DSS in place of its ending.
                case PREFIX + Publication.DIGEST, PREFIX + Publication.LIST + ".sha2" ->
                        now().digest();
                default -> throw new Fault(EdgeFault.NOT_FOUND);
            };
        } catch (NoSuchFileException e) {
            throw new Fault(e, TrustlistFault.NOT_PUBLISHED);
        } catch (IOException e) {
            throw new Fault(e, TrustlistFault.UNREADABLE, folder, String.valueOf(e.getMessage()));
        }
    }

    private Made now() throws IOException {
        Path target = folder.toRealPath();
        Made before = made;
        if (before != null && before.from().equals(target)) {
            return before;
        }
        byte[] list = Files.readAllBytes(target.resolve(Publication.LIST));
        byte[] digest = Sha256.of(list);
        Header tag = EdgeAnswer.tag(HexFormat.of().formatHex(digest, 0, 16));
        Made fresh =
                new Made(
                        target,
                        EdgeAnswer.ok(list, XML, MINUTES, tag),
                        EdgeAnswer.ok(digest, EdgeAnswer.BYTES, MINUTES));
        made = fresh;
        return fresh;
    }
}
