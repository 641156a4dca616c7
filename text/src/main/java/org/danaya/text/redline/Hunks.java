package org.danaya.text.redline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;

/** Takes a comparison apart into the changes that each have a cause. */
public final class Hunks {

    private static final int BYTES = 16;

    private final List<Hunk> hunks = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Hunks() {}

    /** All changes, in the order of the comparison; what is the same is none. */
    public static List<Hunk> of(Redline redline) {
        Hunks hunks = new Hunks();
        redline.changes().forEach(hunks::change);
        return List.copyOf(hunks.hunks);
    }

    /**
     * The same, a list for each change of the comparison: empty where nothing is to be explained.
     */
    public static List<List<Hunk>> byChange(Redline redline) {
        Hunks hunks = new Hunks();
        List<List<Hunk>> all = new ArrayList<>();
        for (Change change : redline.changes()) {
            int before = hunks.hunks.size();
            hunks.change(change);
            all.add(List.copyOf(hunks.hunks.subList(before, hunks.hunks.size())));
        }
        return List.copyOf(all);
    }

    private void change(Change change) {
        switch (change) {
            case Change.Kept kept -> line(kept);
            case Change.Inserted inserted ->
                    inserted(inserted.block().place(), words(inserted.block()));
            case Change.Deleted deleted -> deleted(deleted.block().place(), words(deleted.block()));
            case Change.MovedFrom _ -> {}
            case Change.MovedTo moved -> {
                Line before = moved.line().before();
                Line after = moved.line().after();
                add(Hunk.Kind.MOVED, before.place(), after.place(), before.words(), after.words());
                line(moved.line());
            }
            case Change.Table table -> table.rows().forEach(row -> row(table, row));
        }
    }

    private void line(Change.Kept kept) {
        Line before = kept.before();
        Line after = kept.after();
        if (!before.number().equals(after.number())) {
            add(
                    Hunk.Kind.RENUMBERED,
                    before.place(),
                    after.place(),
                    before.number(),
                    after.number());
        }
        if (before.role() != after.role()
                || before.level() != after.level()
                || !before.opens().equals(after.opens())) {
            add(Hunk.Kind.RESHAPED, before.place(), after.place(), shape(before), shape(after));
        }
        List<Piece> pieces = kept.pieces();
        for (int at = 0; at < pieces.size(); at++) {
            switch (pieces.get(at)) {
                case Piece.Same _ -> {}
                case Piece.Deleted deleted -> {
                    String later = "";
                    if (at + 1 < pieces.size()
                            && pieces.get(at + 1) instanceof Piece.Inserted next) {
                        later = words(next.inlines());
                        at++;
                    }
                    words(kept, words(deleted.inlines()), later);
                }
                case Piece.Inserted inserted -> words(kept, "", words(inserted.inlines()));
                case Piece.Restyled restyled ->
                        add(
                                Hunk.Kind.RESTYLED,
                                before.place(),
                                after.place(),
                                words(List.copyOf(restyled.before())),
                                words(List.copyOf(restyled.after())));
                case Piece.Noted noted -> noted.changes().forEach(this::change);
            }
        }
    }

    private void words(Change.Kept kept, String former, String later) {
        add(Hunk.Kind.WORDS, kept.before().place(), kept.after().place(), former, later);
    }

    private static String shape(Line line) {
        return line.role() + " " + line.level() + " " + line.opens();
    }

    private void row(Change.Table table, RowChange row) {
        switch (row) {
            case RowChange.Kept kept -> kept.cells().forEach(cell -> cell.forEach(this::change));
            case RowChange.Inserted inserted ->
                    inserted(table.after().place(), words(inserted.row()));
            case RowChange.Deleted deleted -> deleted(table.before().place(), words(deleted.row()));
        }
    }

    private void inserted(Place place, String words) {
        add(Hunk.Kind.INSERTED, Place.NOWHERE, place, "", words);
    }

    private void deleted(Place place, String words) {
        add(Hunk.Kind.DELETED, place, Place.NOWHERE, words, "");
    }

    private static String words(Block block) {
        return block.lines().map(Line::words).collect(Collectors.joining("\n"));
    }

    private static String words(Grid.Row row) {
        return row.cells().stream()
                .map(
                        cell ->
                                cell.lines().stream()
                                        .map(Line::words)
                                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining(" | "));
    }

    private static String words(List<Inline> inlines) {
        return inlines.stream()
                .map(
                        inline ->
                                inline instanceof Note note
                                        ? " ("
                                                + note.lines().stream()
                                                        .map(Line::words)
                                                        .collect(Collectors.joining(" "))
                                                + ")"
                                        : inline.text())
                .collect(Collectors.joining());
    }

    private void add(Hunk.Kind kind, Place before, Place after, String former, String later) {
        String said = String.join("\u0000", kind.name(), name(before), name(after), former, later);
        int again = seen.merge(said, 1, Integer::sum);
        hunks.add(new Hunk(digest(said + "\u0000" + again), kind, before, after, former, later));
    }

    private static String name(Place place) {
        return place.wId().isEmpty() ? place.eId() : place.wId();
    }

    private static String digest(String said) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
