package org.danaya.crypto;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;

/**
 * The tokens of an installation, apart by what their keys may do: an edge that runs alone is given
 * the edge's folder and no other.
 *
 * @param authorities keys that sign certificates and revocation lists
 * @param holders keys of persons and structures that the platform keeps for them
 * @param edge keys of status responders and timestamp units
 * @param guarded whether the secret was given from outside and doesn't lie beside the keys
 */
public record Tokens(Token authorities, Token holders, Token edge, boolean guarded)
        implements AutoCloseable {

    private static final String CREDENTIAL = "danaya-keys";
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
    private static final int SECRET_BYTES = 32;

    /** A random secret of 256 bits gains nothing from a slow derivation. */
    private static final int MADE_HERE = 1_000;

    /**
     * Opens the tokens as the settings say.
     *
     * @param keys the home's folder of keys
     * @throws Fault {@link CryptoFault#TOKEN_AWAY}, {@link CryptoFault#KEY_NOT_KEPT}, {@link
     *     CryptoFault#SECRET_MISSING}, {@link CryptoFault#NOBODY_TO_ASK}, {@link
     *     org.danaya.base.BaseFault#SECRET_OPEN}, {@link
     *     org.danaya.base.BaseFault#SECRET_UNREADABLE}
     */
    public static Tokens open(Settings settings, Path keys, SecureRandom random) {
        return open(settings, keys, random, Tokens::typed);
    }

    /**
     * The same.
     *
     * @param terminal what somebody types; nothing where nobody can be asked
     */
    static Tokens open(
            Settings settings,
            Path keys,
            SecureRandom random,
            Supplier<Optional<Secret>> terminal) {
        Optional<Secret> given = given(settings, terminal);
        Path folder = ownerOnly(keys.resolve("tokens"));
        Token edge = inFiles("edge", folder, madeHere(folder, "edge", random), random, MADE_HERE);
        String library = settings.get(KeySettings.LIBRARY);
        if (library.isEmpty()) {
            Secret secret = given.orElseGet(() -> madeHere(folder, "keys", random));
            int iterations = given.isPresent() ? KeyFile.ITERATIONS : MADE_HERE;
            return new Tokens(
                    inFiles("authorities", folder, secret, random, iterations),
                    inFiles("holders", folder, secret, random, iterations),
                    edge,
                    given.isPresent());
        }
        Secret pin = given.orElseThrow(() -> new Fault(CryptoFault.SECRET_MISSING, library));
        Token shared =
                Pkcs11Token.open(
                        settings.get(KeySettings.TOKEN),
                        Path.of(library),
                        settings.get(KeySettings.TOKEN),
                        pin,
                        settings.get(KeySettings.SESSIONS));
        return new Tokens(shared, shared, edge, true);
    }

    /**
     * The edge's token alone, for an edge that was given nothing else; nothing where its folder
     * isn't there.
     */
    public static Optional<Token> edgeAlone(Path keys, SecureRandom random) {
        Path folder = keys.resolve("tokens");
        return Files.isDirectory(folder.resolve("edge"))
                        && Files.isReadable(folder.resolve("edge.secret"))
                ? Optional.of(
                        SoftwareToken.open(
                                "edge",
                                folder.resolve("edge"),
                                SecretFile.read(folder.resolve("edge.secret")),
                                random,
                                MADE_HERE))
                : Optional.empty();
    }

    private static Token inFiles(
            String name, Path folder, Secret secret, SecureRandom random, int iterations) {
        return SoftwareToken.open(
                name, ownerOnly(folder.resolve(name)), secret, random, iterations);
    }

    private static Path ownerOnly(Path folder) {
        try {
            DurableFiles.createFolders(folder);
            return Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_NOT_KEPT, folder, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Secret> given(Settings settings, Supplier<Optional<Secret>> terminal) {
        if (settings.get(KeySettings.ASK)) {
            return Optional.of(
                    terminal.get().orElseThrow(() -> new Fault(CryptoFault.NOBODY_TO_ASK)));
        }
        return settings.find(KeySettings.SECRET)
                .or(
                        () ->
                                Optional.ofNullable(System.getenv(CREDENTIALS))
                                        .map(folder -> Path.of(folder, CREDENTIAL))
                                        .filter(Files::exists))
                .map(SecretFile::read);
    }

    /** What somebody types at the terminal, unseen; asked by the name of the setting. */
    private static Optional<Secret> typed() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s: ", KeySettings.SECRET.key()))
                .filter(typed -> typed.length > 0)
                .map(typed -> Secret.of(new String(typed)));
    }

    private static Secret madeHere(Path folder, String name, SecureRandom random) {
        Path file = folder.resolve(name + ".secret");
        try {
            if (Files.notExists(file)) {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                DurableFiles.replace(
                        file,
                        HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII),
                        DurableFiles.OWNER_ONLY);
                DurableFiles.syncFolder(folder);
            }
            return SecretFile.read(file);
        } catch (IOException e) {
            throw new Fault(e, CryptoFault.KEY_NOT_KEPT, file, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        authorities.close();
        holders.close();
        edge.close();
    }
}
