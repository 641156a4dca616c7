package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.page.Needs;
import org.danaya.people.PeopleFault;
import org.danaya.people.Structure;
import org.danaya.people.StructureDetails;
import org.danaya.people.StructureKind;
import org.danaya.people.Structures;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Structures for programs: read only, JSON, with a cursor ({@code after}) and the filters of the
 * console ({@code q}, {@code kind}, {@code state}). Errors are RFC 9457 problems.
 */
@RestController
class StructuresApi {

    private static final String PATH = "/api/v1/structures";
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Set<String> STATES = Set.of("planned", "active", "ended");

    private final Structures structures;
    private final Clock clock;

    StructuresApi(Structures structures, Clock clock) {
        this.structures = structures;
        this.clock = clock;
    }

    /**
     * Some structures, by identifier.
     *
     * @param next the value of {@code after} for those that follow; null at the end
     */
    record Found(List<One> structures, @Nullable String next) {}

    /**
     * A structure. Dates are ISO 8601; {@code until} is the first day on which it isn't any more.
     */
    record One(
            UUID id,
            String identifier,
            String kind,
            String nameFr,
            @Nullable String nameEn,
            @Nullable String acronym,
            @Nullable String parent,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source) {}

    @Needs(Right.READ_STRUCTURES)
    @ApiOperation(id = "listStructures", about = "Some structures, by identifier.")
    @ApiParameter(name = "q", about = "Words of the name, the acronym or the identifier.")
    @ApiParameter(name = "kind", about = "The code of a kind, such as ministere.")
    @ApiParameter(
            name = "state",
            about = "Whether they exist today.",
            oneOf = {"planned", "active", "ended"})
    @ApiParameter(name = "after", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    Found list(Query query) {
        Cursor cursor = Cursor.of(query, "after", MOST, USUAL);
        Optional<StructureKind> kind = query.given("kind").map(StructuresApi::kind);
        Optional<String> state = query.given("state");
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw new Fault(FormFault.WRONG_PARAMETER, "state");
        }
        List<Structure> rows =
                structures.list(
                        new Structures.Query(query.text("q"), kind, state),
                        cursor.at().orElse(""),
                        cursor.wanted());
        return new Found(
                cursor.shown(rows).stream().map(this::one).toList(),
                cursor.next(rows, Structure::identifier));
    }

    @Needs(Right.READ_STRUCTURES)
    @ApiOperation(id = "getStructure", about = "One structure, by its identifier.")
    @GetMapping(PATH + "/{identifier}")
    One get(@PathVariable String identifier) {
        return structures
                .find(identifier)
                .map(this::one)
                .orElseThrow(() -> new Fault(PeopleFault.STRUCTURE_UNKNOWN, identifier));
    }

    private One one(Structure structure) {
        StructureDetails details = structure.details();
        UUID parent = details.parent();
        return new One(
                structure.id(),
                structure.identifier(),
                details.kind().code(),
                details.nameFr(),
                details.nameEn(),
                details.acronym(),
                parent == null ? null : structures.get(parent).identifier(),
                details.on(LocalDate.now(clock)).code(),
                details.from(),
                details.until(),
                details.source());
    }

    private static StructureKind kind(String code) {
        return StructurePages.kind(code)
                .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, "kind"));
    }
}
