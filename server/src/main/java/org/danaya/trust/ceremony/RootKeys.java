package org.danaya.trust.ceremony;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.crypto.CryptoFault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.PassphraseSeal;
import org.danaya.crypto.Pkcs11Token;
import org.danaya.crypto.Shamir;
import org.danaya.crypto.SoftwareToken;
import org.danaya.crypto.TokenKey;

/**
 * The root's key: a PKCS #12 file under a random secret of 256 bits, parted by {@link Shamir}, each
 * share in a file of its own under its keeper's passphrase ({@link PassphraseSeal}); or on a token.
 */
final class RootKeys {

    static final String LABEL = "root";

    static final String KEY_FOLDER = "root-key";
    private static final String SHARES = "shares";
    private static final String SUFFIX = ".share";
    private static final String FIRST_LINE = "danaya key share v1";
    private static final int SECRET_BYTES = 32;
    private static final int SHARE_LIMIT = 16_384;
    private static final int SESSIONS = 2;

    private final Path folder;
    private final SecureRandom random;

    RootKeys(Path ceremony, SecureRandom random) {
        this.folder = ceremony.resolve(KEY_FOLDER);
        this.random = random;
    }

    /** Makes the key; the secret that encrypts it exists only while this runs. */
    TokenKey make(RootKeyPlace place, KeyAlgorithm algorithm, boolean rehearsal) {
        return switch (place) {
            case RootKeyPlace.Parted(int needed, List<Keeper> keepers) -> {
                check(keepers, rehearsal);
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                try {
                    TokenKey key = file(secret).make(LABEL, algorithm);
                    List<byte[]> shares = Shamir.split(secret, needed, keepers.size(), random);
                    for (int i = 0; i < keepers.size(); i++) {
                        write(keepers.get(i), needed, shares.get(i));
                    }
                    yield key;
                } catch (IOException e) {
                    throw failed(e);
                } finally {
                    Arrays.fill(secret, (byte) 0);
                }
            }
            case RootKeyPlace.OnToken token -> {
                Pkcs11Token opened = open(token);
                if (opened.find(LABEL).isPresent()) {
                    opened.close();
                    throw new Fault(CeremonyFault.ROOT_KEY_THERE, token.token());
                }
                yield opened.make(LABEL, algorithm);
            }
        };
    }

    /** The key, for those who keep it. */
    TokenKey open(RootKeyPlace place) {
        return switch (place) {
            case RootKeyPlace.Parted(int _, List<Keeper> keepers) -> join(keepers);
            case RootKeyPlace.OnToken token ->
                    open(token)
                            .find(LABEL)
                            .orElseThrow(
                                    () -> new Fault(CeremonyFault.ROOT_KEY_MISSING, token.token()));
        };
    }

    /** The names of the keepers; none where the key is on a token. */
    List<String> keepers() {
        Path shares = folder.resolve(SHARES);
        if (!Files.isDirectory(shares)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(shares)) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private TokenKey join(List<Keeper> keepers) {
        List<byte[]> shares = new ArrayList<>();
        int needed = 1;
        for (Keeper keeper : keepers) {
            String[] lines = read(keeper).split("\n", -1);
            needed = Integer.parseInt(lines[1].split(" ", -1)[1]);
            shares.add(HexFormat.of().parseHex(lines[2].split(" ", -1)[1]));
        }
        if (shares.size() < needed) {
            throw new Fault(CeremonyFault.KEEPERS_MISSING, shares.size(), needed);
        }
        byte[] secret = Shamir.join(shares);
        try {
            return file(secret)
                    .find(LABEL)
                    .orElseThrow(() -> new Fault(CeremonyFault.SHARES_DIFFER, folder));
        } catch (Fault e) {
            throw e.code() == CryptoFault.SECRET_WRONG
                    ? new Fault(e, CeremonyFault.SHARES_DIFFER, folder)
                    : e;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private SoftwareToken file(byte[] secret) {
        Secret password = Secret.of(HexFormat.of().formatHex(secret));
        return SoftwareToken.openRandom("root", folder, password, random);
    }

    private static Pkcs11Token open(RootKeyPlace.OnToken token) {
        return Pkcs11Token.open(
                token.token(),
                token.library(),
                token.token(),
                SecretFile.read(token.pinFile()),
                SESSIONS);
    }

    private static void check(List<Keeper> keepers, boolean rehearsal) {
        for (int i = 0; i < keepers.size(); i++) {
            Keeper keeper = keepers.get(i);
            if (keeper.passphrase().reveal().length() < Keeper.LEAST_CHARACTERS && !rehearsal) {
                throw new Fault(
                        CeremonyFault.PASSPHRASE_SHORT, keeper.name(), Keeper.LEAST_CHARACTERS);
            }
            for (Keeper before : keepers.subList(0, i)) {
                if (before.passphrase().reveal().equals(keeper.passphrase().reveal())
                        && !rehearsal) {
                    throw new Fault(CeremonyFault.PASSPHRASE_SAME, before.name(), keeper.name());
                }
            }
        }
    }

    private void write(Keeper keeper, int needed, byte[] share) throws IOException {
        DurableFiles.createFolders(folder.resolve(SHARES));
        String text =
                FIRST_LINE
                        + "\nneeded "
                        + needed
                        + "\nshare "
                        + HexFormat.of().formatHex(share)
                        + "\n";
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = PassphraseSeal.seal(sealed, keeper.passphrase(), random)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        DurableFiles.replace(path(keeper), sealed.toByteArray(), DurableFiles.OWNER_ONLY);
        DurableFiles.syncFolder(folder.resolve(SHARES));
    }

    private String read(Keeper keeper) {
        try {
            byte[] sealed = Files.readAllBytes(path(keeper));
            return switch (PassphraseSeal.open(
                    new ByteArrayInputStream(sealed), keeper.passphrase())) {
                case PassphraseSeal.OpenOutcome.Opened(var content) -> {
                    String text =
                            new String(content.readNBytes(SHARE_LIMIT), StandardCharsets.US_ASCII);
                    if (!text.startsWith(FIRST_LINE)) {
                        throw new Fault(CeremonyFault.FILE, path(keeper), FIRST_LINE);
                    }
                    yield text;
                }
                case PassphraseSeal.OpenOutcome.WrongPassphrase() ->
                        throw new Fault(CeremonyFault.PASSPHRASE_WRONG, keeper.name());
                case PassphraseSeal.OpenOutcome.NoEnvelope(String reason) ->
                        throw new Fault(CeremonyFault.FILE, path(keeper), reason);
            };
        } catch (IOException e) {
            throw new Fault(e, CeremonyFault.PASSPHRASE_WRONG, keeper.name());
        }
    }

    private Path path(Keeper keeper) {
        return folder.resolve(SHARES).resolve(fileName(keeper.name()) + SUFFIX);
    }

    /** A keeper's name as a file has it. */
    static String fileName(String keeper) {
        String plain =
                java.text.Normalizer.normalize(keeper, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        if (plain.isEmpty()) {
            throw new Fault(CeremonyFault.WRONG_ANSWER, "keeper", keeper);
        }
        return plain;
    }

    private Fault failed(IOException e) {
        return new Fault(e, CeremonyFault.FILE, folder, String.valueOf(e.getMessage()));
    }
}
