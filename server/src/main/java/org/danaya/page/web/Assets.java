package org.danaya.page.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.danaya.base.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The style sheets, scripts and pictures of the pages, from the folder {@code static} of the
 * program. Each is read and compressed once, and has an address that changes with its content, so
 * that a browser may keep it for ever.
 */
public final class Assets {

    /** Where they are served. */
    static final String FOLDER = "/assets/";

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css;charset=utf-8",
                    "js", "text/javascript;charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "txt", "text/plain;charset=utf-8");

    /**
     * A file of the pages.
     *
     * @param zipped the same bytes, as gzip
     */
    record Asset(String type, ByteBuffer bytes, ByteBuffer zipped) {}

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> files = new HashMap<>();

    private Assets() {}

    /** Reads all of them. */
    public static Assets load() {
        Assets assets = new Assets();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:static/*.*")) {
                assets.add(
                        String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assets;
    }

    /**
     * The address of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return address;
    }

    /** The file of the last part of an address. */
    public Optional<Asset> find(String file) {
        return Optional.ofNullable(files.get(file));
    }

    private void add(String name, byte[] bytes) throws IOException {
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalStateException("No media type for " + name);
        }
        String file = name.substring(0, dot) + "." + fingerprint(bytes) + "." + ending;
        addresses.put(name, FOLDER + file);
        files.put(file, new Asset(type, readOnly(bytes), readOnly(zipped(bytes))));
    }

    private static ByteBuffer readOnly(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    private static String fingerprint(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 6);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new BestZip(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static final class BestZip extends GZIPOutputStream {

        BestZip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
