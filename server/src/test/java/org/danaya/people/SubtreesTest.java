package org.danaya.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.junit.jupiter.api.Test;

class SubtreesTest {

    private final TestPeople people = new TestPeople();
    private final Subtrees subtrees = new Subtrees(people.jdbc);

    private final Structure ministry = people.create("ministere", "Ministère d’exemple");
    private final Structure agency = under("agence", ministry);
    private final Structure office = under("bureau", agency);
    private final Structure other = people.create("autre", "Autre ministère");

    @Test
    void allLevelsBelowAreReachedAndNothingElse() {
        assertThat(below(ministry)).isEqualTo(ids(ministry, agency, office));
        assertThat(below(office)).isEqualTo(ids(office));
        assertThat(subtrees.of(List.of(office.id(), other.id()))).isEqualTo(ids(office, other));
        assertThat(subtrees.of(List.of())).isEmpty();
    }

    @Test
    void aStructureThatMovedIsReachedFromItsNewParentAlone() {
        move(agency, other);
        assertThat(below(ministry)).isEqualTo(ids(ministry));
        assertThat(below(other)).isEqualTo(ids(other, agency, office));
        move(people.structures.get(agency.id()), ministry);
        assertThat(below(ministry)).isEqualTo(ids(ministry, agency, office));
        assertThat(below(other)).isEqualTo(ids(other));
    }

    @Test
    void aStructureThatEndedStaysWhereItWasAndItsChildrenFollowTheHeir() {
        TestPeople.recorded(
                people.structures.end(
                        agency.id(),
                        agency.version(),
                        new Structures.Ending(
                                TestPeople.TODAY.toString(), "Décret (exemple)", "autre")));
        assertThat(below(ministry)).isEqualTo(ids(ministry, agency));
        assertThat(below(agency)).isEqualTo(ids(agency));
        assertThat(below(other)).isEqualTo(ids(other, office));
    }

    private Structure under(String identifier, Structure parent) {
        return people.create(identifier, identifier, StructureField.PARENT, parent.identifier());
    }

    private void move(Structure structure, Structure parent) {
        StructureDraft draft =
                TestPeople.draft(
                        structure.identifier(),
                        structure.details().nameFr(),
                        StructureField.PARENT,
                        parent.identifier());
        TestPeople.recorded(
                people.structures.change(
                        structure.id(),
                        structure.version(),
                        draft,
                        TestPeople.TODAY.minusDays(30L - structure.version()).toString()));
    }

    private Set<UUID> below(Structure root) {
        return subtrees.of(List.of(root.id()));
    }

    private static Set<UUID> ids(Structure... structures) {
        return Set.copyOf(List.of(structures).stream().map(Structure::id).toList());
    }
}
