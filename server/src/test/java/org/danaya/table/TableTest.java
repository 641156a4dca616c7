package org.danaya.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private static final Field<String> NAME = Field.text("q", 20).optional();

    private static final Table<String> TABLE =
            Table.of(
                            "kit-table",
                            List.of(
                                    Column.<String>text("name", s -> s).sortedBy("lower(name)"),
                                    Column.text("hash", s -> s)))
                    .filteredBy(NAME)
                    .startingWith("name");

    @Test
    void theAddressNamesTheColumnAndOurCodeTheOrder() {
        assertThat(asked("").orderBy()).isEqualTo("lower(name)");
        assertThat(asked("sort=-name").orderBy()).isEqualTo("lower(name) desc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=hash",
                "sort=1;drop",
                "sort=lower(name)",
                "page=0",
                "page=-1",
                "page=9999999",
                "page=one"
            })
    void anAddressThatNamesNothingKnownIsRefused(String query) {
        assertThatThrownBy(() -> asked(query)).isInstanceOf(Fault.class);
    }

    @Test
    void pagesAndFiltersStandInTheAddress() {
        Table.Asked asked = asked("q=Kayes&page=3&sort=-name");
        assertThat(asked.filters().find(NAME)).contains("Kayes");
        assertThat(asked.offset()).isEqualTo(50);
        TableView view = TABLE.show(asked, List.of("a"), 1_000);
        assertThat(view.pager().last()).isEqualTo(40);
        assertThat(view.pager().near()).containsExactly(1, 2, 3, 4, 40);
        assertThat(view.pager().link(4)).isEqualTo("/list?q=Kayes&page=4&sort=-name");
        assertThat(view.heads().getFirst().sorted()).isEqualTo("descending");
        assertThat(view.heads().getFirst().link()).isEqualTo("/list?q=Kayes&sort=name");
    }

    private static Table.Asked asked(String query) {
        return TABLE.asked(Query.of("/list", query));
    }
}
