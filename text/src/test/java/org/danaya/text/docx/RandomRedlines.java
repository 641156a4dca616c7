package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.RandomFlows;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;

/** Texts and what became of them, at random. */
final class RandomRedlines {

    private final Random random;
    private final IntFunction<Flow> flows;
    private final boolean restyles;

    /** Whether something stays of every line that does. */
    private final boolean tame;

    private final List<Change.MovedTo> moving = new ArrayList<>();
    private int moves;

    /** How many edits were made. */
    int edits;

    /** Edits of texts of all shapes. */
    RandomRedlines(long seed) {
        this(seed, new RandomFlows(seed)::flow, true, false);
    }

    /** Edits of texts such as ministries write. */
    RandomRedlines(long seed, int features) {
        this(
                seed,
                new RandomTexts(seed, features)::flow,
                (features & RandomTexts.MARKS) != 0,
                true);
    }

    /** Edits of a text that others wrote, whose blocks are also what is put in. */
    RandomRedlines(long seed, Flow text) {
        this(seed, new Excerpts(seed, text)::flow, true, true);
    }

    private RandomRedlines(long seed, IntFunction<Flow> flows, boolean restyles, boolean tame) {
        this.tame = tame;
        this.random = new Random(seed);
        this.flows = flows;
        this.restyles = restyles;
    }

    /** A text of so many blocks, edited. */
    Redline redline(int blocks) {
        List<Change> changes = new ArrayList<>();
        for (Block block : flows.apply(blocks).blocks()) {
            while (random.nextInt(8) == 0) {
                edits++;
                changes.add(new Change.Inserted(flows.apply(1).blocks().getFirst()));
            }
            if (!moving.isEmpty() && random.nextInt(3) == 0) {
                changes.add(moving.remove(random.nextInt(moving.size())));
            }
            changes.add(
                    switch (block) {
                        case Line line -> line(line);
                        case Grid grid -> grid(grid);
                    });
        }
        changes.addAll(moving);
        moving.clear();
        if (random.nextInt(4) == 0) {
            edits++;
            changes.add(new Change.Inserted(flows.apply(1).blocks().getFirst()));
        }
        return new Redline("fr", "Un titre", "Un titre", changes);
    }

    private Change line(Line line) {
        int kind = random.nextInt(10);
        if (kind > 5) {
            return Change.Kept.same(line);
        }
        edits++;
        if (kind > 2) {
            return kept(line, true);
        }
        if (kind > 0 || random.nextBoolean()) {
            return new Change.Deleted(line);
        }
        Change.Kept moved = random.nextBoolean() ? kept(line, true) : Change.Kept.same(line);
        moving.add(new Change.MovedTo(++moves, moved));
        return new Change.MovedFrom(moves, moved);
    }

    private Change.Kept kept(Line line, boolean notes) {
        List<Piece> pieces = pieces(line.inlines(), notes);
        for (int i = 0; tame && i < 100 && gone(line, pieces); i++) {
            pieces = pieces(line.inlines(), notes);
        }
        Line other = flows.apply(1).blocks().getFirst() instanceof Line random ? random : line;
        boolean part = random.nextInt(4) == 0;
        Line after =
                new Line(
                        part ? other.place() : line.place(),
                        part ? other.opens() : line.opens(),
                        random.nextInt(6) == 0 ? other.role() : line.role(),
                        random.nextInt(6) == 0 ? other.level() : line.level(),
                        random.nextInt(4) == 0 ? other.number() : line.number(),
                        Piece.after(pieces));
        return new Change.Kept(line, after, pieces);
    }

    private static boolean gone(Line line, List<Piece> pieces) {
        return !line.inlines().isEmpty() && pieces.stream().noneMatch(RandomRedlines::stays);
    }

    /** Whether it is in both versions, and to be seen. */
    private static boolean stays(Piece piece) {
        return piece instanceof Piece.Same same
                && same.inlines().stream()
                        .anyMatch(it -> !(it instanceof Run run) || !run.text().isBlank());
    }

    private List<Piece> pieces(List<Inline> inlines, boolean notes) {
        List<Piece> pieces = new ArrayList<>();
        for (Inline inline : inlines) {
            if (random.nextInt(10) == 0) {
                pieces.add(new Piece.Inserted(words()));
            }
            switch (inline) {
                case Run run -> run(run, pieces);
                case Note note -> {
                    if (notes && random.nextBoolean()) {
                        pieces.add(noted(note));
                    } else {
                        pieces.add(piece(inline));
                    }
                }
                default -> pieces.add(piece(inline));
            }
        }
        if (random.nextInt(10) == 0) {
            pieces.add(new Piece.Inserted(words()));
        }
        return pieces;
    }

    private void run(Run run, List<Piece> pieces) {
        String text = run.text();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(20));
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            Run part = new Run(text.substring(from, to), run.style());
            if (restyles && random.nextInt(8) == 0) {
                Style style =
                        run.style().has(Mark.BOLD)
                                ? Style.PLAIN
                                : run.style().with(Mark.BOLD).with(Mark.DEFINED);
                pieces.add(new Piece.Restyled(List.of(part), List.of(new Run(part.text(), style))));
            } else {
                pieces.add(piece(part));
            }
            if (random.nextInt(8) == 0) {
                pieces.add(new Piece.Inserted(words()));
            }
            from = to;
        }
    }

    private Piece piece(Inline inline) {
        return random.nextInt(6) == 0
                ? new Piece.Deleted(List.of(inline))
                : new Piece.Same(List.of(inline));
    }

    private List<Inline> words() {
        while (true) {
            Flow flow = flows.apply(1);
            if (flow.blocks().getFirst() instanceof Line line && !line.inlines().isEmpty()) {
                int size = 1 + random.nextInt(Math.min(2, line.inlines().size()));
                return line.inlines().subList(0, size);
            }
        }
    }

    private Piece noted(Note note) {
        List<Change> changes = lines(note.lines(), false);
        List<Line> lines = new ArrayList<>();
        Redline.after(changes).forEach(block -> lines.add((Line) block));
        String marker = random.nextInt(5) == 0 ? "†" : note.marker();
        return new Piece.Noted(note, new Note(marker, lines), changes);
    }

    /** Of the lines of a note or a cell, one stays in each version. */
    private List<Change> lines(List<Line> lines, boolean notes) {
        List<Change> changes = new ArrayList<>();
        int left = 0;
        for (Line line : lines) {
            switch (random.nextInt(8)) {
                case 0 -> changes.add(new Change.Deleted(line));
                case 1, 2, 3 -> {
                    changes.add(kept(line, notes));
                    left++;
                }
                case 4 -> {
                    changes.add(new Change.Inserted(line));
                    changes.add(Change.Kept.same(line));
                    left++;
                }
                case 5 -> {
                    changes.add(new Change.Deleted(line));
                    changes.add(new Change.Inserted(kept(line, notes).after()));
                    left++;
                }
                default -> {
                    changes.add(Change.Kept.same(line));
                    left++;
                }
            }
        }
        if (left == 0) {
            changes.add(new Change.Inserted(lines.getLast()));
        }
        return changes;
    }

    private Change grid(Grid grid) {
        if (random.nextInt(8) == 0) {
            edits++;
            return new Change.Deleted(grid);
        }
        return rows(grid, random.nextInt(8) > 0);
    }

    private Change rows(Grid grid, boolean edited) {
        List<RowChange> rows = new ArrayList<>();
        for (Grid.Row row : grid.rows()) {
            int kind = edited ? random.nextInt(8) : 7;
            switch (kind) {
                case 0 -> rows.add(new RowChange.Deleted(row));
                case 1 -> {
                    rows.add(new RowChange.Inserted(fresh(row)));
                    rows.add(new RowChange.Kept(row, row, same(row)));
                }
                case 2, 3 -> rows.add(kept(row));
                default -> rows.add(new RowChange.Kept(row, row, same(row)));
            }
            edits += kind < 4 ? 1 : 0;
        }
        if (RowChange.after(rows).isEmpty()) {
            rows.add(new RowChange.Inserted(fresh(grid.rows().getFirst())));
        }
        int level = edited && random.nextInt(10) == 0 ? 3 : grid.level();
        Grid after = new Grid(grid.place(), level, RowChange.after(rows));
        return new Change.Table(grid, after, rows);
    }

    private Grid.Row fresh(Grid.Row row) {
        List<Grid.Cell> cells = new ArrayList<>(row.cells());
        if (random.nextBoolean()) {
            cells.set(0, new Grid.Cell(1, 1, cells.getFirst().lines()));
        }
        return new Grid.Row(row.head(), cells);
    }

    private static List<List<Change>> same(Grid.Row row) {
        List<List<Change>> cells = new ArrayList<>();
        for (Grid.Cell cell : row.cells()) {
            List<Change> lines = new ArrayList<>();
            cell.lines().forEach(line -> lines.add(Change.Kept.same(line)));
            cells.add(lines);
        }
        return cells;
    }

    private RowChange kept(Grid.Row row) {
        List<List<Change>> cells = new ArrayList<>();
        List<Grid.Cell> after = new ArrayList<>();
        for (Grid.Cell cell : row.cells()) {
            List<Change> changes = lines(cell.lines(), true);
            cells.add(changes);
            List<Line> lines = new ArrayList<>();
            Redline.after(changes).forEach(block -> lines.add((Line) block));
            boolean more = !tame && random.nextInt(8) == 0;
            int rows = more ? 2 : cell.rows();
            after.add(new Grid.Cell(cell.columns(), rows, lines));
        }
        return new RowChange.Kept(row, new Grid.Row(row.head(), after), cells);
    }
}
