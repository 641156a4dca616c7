package org.danaya.bench.peers;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads a peer with its own jars before the program's, so that two versions of one library can be
 * at work. Of Danaya's own classes it only loads those of the peer's package anew.
 */
public final class PeerLoader extends URLClassLoader {

    private final String ours;

    static {
        registerAsParallelCapable();
    }

    private PeerLoader(List<URL> urls, String ours) {
        super(urls.toArray(URL[]::new), PeerLoader.class.getClassLoader());
        this.ours = ours;
    }

    /**
     * For a package beside this one.
     *
     * @param jars a folder
     * @param name the last part of the package's name
     */
    public static PeerLoader of(Path jars, String name) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        urls.add(PeerLoader.class.getProtectionDomain().getCodeSource().getLocation());
        return new PeerLoader(urls, PeerLoader.class.getPackageName() + "." + name + ".");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")
                || (name.startsWith("org.danaya.") && !name.startsWith(ours))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException elsewhere) {
                return super.loadClass(name, resolve);
            }
        }
    }
}
