package org.danaya.verify;

import java.nio.charset.StandardCharsets;

/**
 * Salt and content of one leaf of Danaya's log with the proof that it is there: one file that shows
 * a third person what the leaf commits to ({@code docs/reference/leaf-format.md}). The proof's
 * extra data is the leaf's entry.
 */
public final class Opening {

    /** The first line. */
    public static final String HEADER = "danaya-opening/v1";

    /** What a file of it should end with. */
    public static final String FILE_EXTENSION = ".danaya-opening";

    /** The longest file that is read, in bytes. */
    public static final int MAX_BYTES = 5 << 20;

    private static final int HEAD_LINES = 4;

    private final byte[] salt;
    private final byte[] content;
    private final LeafEntry entry;
    private final TlogProof proof;

    /** What was shown about a leaf. Only {@link Opening#verify} makes one. */
    public static final class Opened {

        private final LeafEntry entry;
        private final byte[] content;
        private final TlogProof.LoggedLeaf logged;

        private Opened(LeafEntry entry, byte[] content, TlogProof.LoggedLeaf logged) {
            this.entry = entry;
            this.content = content;
            this.logged = logged;
        }

        public LeafEntry entry() {
            return entry;
        }

        /** A copy of what the leaf commits to. */
        public byte[] content() {
            return content.clone();
        }

        /** Where the leaf is, and who vouches for it. */
        public TlogProof.LoggedLeaf logged() {
            return logged;
        }
    }

    private Opening(byte[] salt, byte[] content, LeafEntry entry, TlogProof proof) {
        this.salt = salt;
        this.content = content;
        this.entry = entry;
        this.proof = proof;
    }

    /**
     * An opening.
     *
     * @param proof without extra data, or with this entry
     * @throws IllegalArgumentException where salt and content do not open the entry
     */
    public static Opening of(byte[] salt, byte[] content, LeafEntry entry, TlogProof proof) {
        if (!(entry.opens(salt, content) instanceof Verdict.Valid<LeafEntry>)) {
            throw new IllegalArgumentException("Salt and content do not open this entry");
        }
        return new Opening(salt.clone(), content.clone(), entry, proof.withExtra(entry.toBytes()));
    }

    /** Reads a file. */
    public static Parsed<Opening> parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        String text = Strict.utf8(file);
        if (text == null) {
            return Parsed.malformed(Reason.NOT_UTF8, "not UTF-8");
        }
        String[] parts = text.split("\n", HEAD_LINES + 1);
        if (!parts[0].equals(HEADER)) {
            return Parsed.malformed(Reason.WRONG_HEADER, 1, "not " + HEADER);
        }
        if (parts.length <= HEAD_LINES || !parts[HEAD_LINES - 1].isEmpty()) {
            return Parsed.malformed(
                    Reason.OPENING_FORM, "header, salt, content and an empty line come first");
        }
        byte[] salt = Strict.base64(parts[1]);
        if (salt == null || salt.length != LeafEntry.SALT_BYTES) {
            return Parsed.malformed(Reason.OPENING_FORM, 2, "not a salt of 32 bytes in base64");
        }
        byte[] content = Strict.base64(parts[2]);
        if (content == null || content.length == 0) {
            return Parsed.malformed(Reason.OPENING_FORM, 3, "not content in base64");
        }
        if (content.length > LeafEntry.MAX_CONTENT_BYTES) {
            return Parsed.malformed(Reason.TOO_LARGE, 3, "content of more than 1 MiB");
        }
        return switch (TlogProof.parse(parts[HEAD_LINES])) {
            case Parsed.Malformed<TlogProof> wrong -> wrong.below(HEAD_LINES);
            case Parsed.Ok<TlogProof>(TlogProof proof) -> read(salt, content, proof);
        };
    }

    private static Parsed<Opening> read(byte[] salt, byte[] content, TlogProof proof) {
        if (proof.extra().isEmpty()) {
            return Parsed.malformed(Reason.OPENING_FORM, "the proof does not carry the leaf");
        }
        return switch (LeafEntry.parse(proof.extra().get())) {
            case Parsed.Malformed<LeafEntry>(var reason, var line, var column, var detail) ->
                    Parsed.malformed(reason, "in the leaf, line " + line + ": " + detail);
            case Parsed.Ok<LeafEntry>(LeafEntry entry) ->
                    Parsed.ok(new Opening(salt, content, entry, proof));
        };
    }

    /** Checks that salt and content open the leaf, and that the leaf is in the log. */
    public Verdict<Opened> verify(Policy policy) {
        return entry.opens(salt, content)
                .then(opened -> proof.verify(policy, opened.hash()))
                .then(logged -> Verdict.valid(new Opened(entry, content, logged)));
    }

    /** The entry, not yet checked. */
    public LeafEntry entry() {
        return entry;
    }

    /** The proof, not yet checked, which shows the leaf but not its content. */
    public TlogProof proof() {
        return proof;
    }

    /** The file. */
    public byte[] toBytes() {
        return (HEADER
                        + "\n"
                        + Strict.base64(salt)
                        + "\n"
                        + Strict.base64(content)
                        + "\n\n"
                        + proof.toText())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Opening[" + entry + ", salt=[redacted], content=[redacted]]";
    }
}
