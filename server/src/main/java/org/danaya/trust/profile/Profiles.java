package org.danaya.trust.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.Fault;

/**
 * The profiles of an installation: those that the program brings, each replaced by the file of the
 * same profile in the home's {@code profiles} folder, and those that only the folder has. The
 * country's data stand in {@code country.yaml}, in the program and in the folder alike.
 */
public final class Profiles {

    /** The profiles that the program brings. */
    private static final List<String> SHIPPED =
            List.of(
                    "root",
                    "issuing-persons",
                    "issuing-structures",
                    "issuing-servers",
                    "issuing-infrastructure",
                    "person-signature",
                    "structure-seal",
                    "tls-server",
                    "tls-client",
                    "ocsp",
                    "timestamp");

    private static final String COUNTRY = "country.yaml";
    private static final int MOST_FILES = 100;

    private final Country country;
    private final Map<String, Profile> byId;

    private Profiles(Country country, Map<String, Profile> byId) {
        this.country = country;
        this.byId = byId;
    }

    /** The profiles that the program brings, and nothing else. */
    public static Profiles shipped() {
        return load(Optional.empty());
    }

    /**
     * The profiles of an installation.
     *
     * @param home the installation's folder; its {@code profiles} folder need not exist
     * @throws Fault what is wrong in a file, with its line
     */
    public static Profiles ofHome(Path home) {
        Path folder = home.resolve("profiles");
        return load(Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty());
    }

    private static Profiles load(Optional<Path> folder) {
        Country country = country(folder);
        Map<String, Profile> byId = new LinkedHashMap<>();
        for (String name : SHIPPED) {
            String file = name + ".yaml";
            Profile profile = ProfileReader.read(file, shipped(file), country);
            byId.put(profile.id(), profile);
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (Path path : folder.map(Profiles::files).orElse(List.of())) {
            Profile profile = ProfileReader.read(path.toString(), bytes(path), country);
            String other = files.put(profile.id(), path.toString());
            if (other != null) {
                throw new Fault(ProfileFault.TWICE, other, path.toString(), profile.id());
            }
            byId.put(profile.id(), profile);
        }
        return new Profiles(country, byId);
    }

    /** What is the country's. */
    public Country country() {
        return country;
    }

    /** All profiles: the program's in their order, then the folder's own by name. */
    public List<Profile> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The profile of an id.
     *
     * @throws Fault {@link ProfileFault#UNKNOWN}
     */
    public Profile get(String id) {
        return find(id).orElseThrow(
                        () ->
                                new Fault(
                                        ProfileFault.UNKNOWN,
                                        id,
                                        String.join(", ", byId.keySet())));
    }

    /** The profile of an id, if there is one. */
    public Optional<Profile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The profiles that an authority of a kind issues. */
    public List<Profile> issuedBy(AuthorityKind authority) {
        return byId.values().stream()
                .filter(profile -> profile.issuedBy().contains(authority))
                .toList();
    }

    private static Country country(Optional<Path> folder) {
        Optional<Path> own = folder.map(f -> f.resolve(COUNTRY)).filter(Files::exists);
        String file = own.map(Path::toString).orElse(COUNTRY);
        byte[] bytes = own.map(Profiles::bytes).orElseGet(() -> shipped(COUNTRY));
        return Country.read(file, YamlReader.read(file, bytes));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(path -> path.toString().endsWith(".yaml"))
                            .filter(path -> !path.endsWith(COUNTRY))
                            .sorted()
                            .limit(MOST_FILES + 1)
                            .toList();
            if (files.size() > MOST_FILES) {
                throw new Fault(ProfileFault.UNREADABLE, folder, "> " + MOST_FILES);
            }
            return files;
        } catch (IOException e) {
            throw new Fault(e, ProfileFault.UNREADABLE, folder, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(YamlReader.LIMIT_BYTES + 1);
        } catch (IOException e) {
            throw new Fault(e, ProfileFault.UNREADABLE, path, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] shipped(String file) {
        try (InputStream in =
                Objects.requireNonNull(Profiles.class.getResourceAsStream("/profiles/" + file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Fault(e, ProfileFault.UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
