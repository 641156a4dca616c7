package org.danaya.mandates.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeFault;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;
import org.danaya.mandates.MandateFault;

/**
 * What verifiers of mandates fetch from the edge: {@code /mandates/anchor.json}, {@code
 * /mandates/keys}, {@code /mandates/status/N} (CWT, or JWT for who accepts only that), {@code
 * /mandates/status/N.jwt} and {@code /mandates/snapshot}. Needs a home's published files and
 * nothing else.
 */
public final class MandateFiles implements EdgeHandler {

    private static final String PREFIX = "/mandates/";
    private static final Pattern STATUS =
            Pattern.compile("/mandates/status/(0|[1-9][0-9]{0,3})(\\.jwt)?");
    private static final String CWT = "application/statuslist+cwt";
    private static final String JWT = "application/statuslist+jwt";

    /** A revocation shows within a minute, with whatever caches there are. */
    private static final Header SECONDS = Header.of("Cache-Control", "public, max-age=15");

    private static final Header VARIES = Header.of("Vary", "Accept");

    private final Path folder;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    /**
     * @param published the home's published files
     */
    public MandateFiles(Path published) {
        this.folder = PublishedFolder.of(published).path();
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
        return "mandates";
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
        return switch (request.path()) {
            case "/mandates/anchor.json" ->
                    file(request, PublishedFolder.ANCHOR, "application/json");
            case "/mandates/keys" ->
                    file(
                            request,
                            PublishedFolder.KEYS,
                            "application/cose; cose-type=\"cose-sign1\"");
            case "/mandates/snapshot" ->
                    file(request, PublishedFolder.SNAPSHOT, "application/cbor");
            default -> status(request);
        };
    }

    private EdgeAnswer status(EdgeRequest request) {
        Matcher matcher = STATUS.matcher(request.path());
        if (!matcher.matches()) {
            throw new Fault(EdgeFault.NOT_FOUND);
        }
        String accepted = request.header("Accept").orElse("");
        boolean jwt =
                matcher.group(2) != null || (accepted.contains(JWT) && !accepted.contains(CWT));
        return jwt
                ? file(request, PublishedFolder.jwt(matcher.group(1)), JWT, VARIES)
                : file(request, PublishedFolder.cwt(matcher.group(1)), CWT, VARIES);
    }

    private EdgeAnswer file(EdgeRequest request, String name, String type, Header... more) {
        try {
            return load(name, type, more).answer.unlessKnown(request);
        } catch (NoSuchFileException e) {
            throw new Fault(e, MandateFault.NOT_PUBLISHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded load(String name, String type, Header... more) throws IOException {
        Path file = folder.resolve(name);
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Loaded before = loaded.get(name);
        if (before != null && before.is(now)) {
            return before;
        }
        byte[] bytes = Files.readAllBytes(file);
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(EdgeAnswer.type(type));
        headers.add(SECONDS);
        headers.add(EdgeAnswer.tag(Sha256.hexOf(bytes).substring(0, 32)));
        Loaded fresh = new Loaded(now, EdgeAnswer.ok(bytes, headers.toArray(Header[]::new)));
        loaded.put(name, fresh);
        return fresh;
    }
}
