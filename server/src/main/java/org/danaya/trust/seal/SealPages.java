package org.danaya.trust.seal;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Structures;
import org.danaya.programs.ApiKeys;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.trust.signature.SignedFor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was sealed: when, for whom, by whom, which hashes. Never the documents. */
@Controller
class SealPages {

    static final String PATH = "/console/seals";

    private static final Field<String> HASH = Field.text("sha256", 64).optional();

    private final Seals seals;
    private final Table<Seal> table;
    private final Accounts accounts;
    private final ApiKeys keys;

    SealPages(Seals seals, Structures structures, Accounts accounts, ApiKeys keys) {
        this.seals = seals;
        this.accounts = accounts;
        this.keys = keys;
        this.table =
                Table.of(
                                "seal.seals",
                                List.of(
                                        Column.<Seal>time("at", Seal::at).sortedBy("made_at"),
                                        Column.<Seal>text(
                                                "structure",
                                                each -> structure(structures, each.structure())),
                                        new Column<Seal>("by", this::by, null),
                                        Column.<Seal>text(
                                                "basis", each -> SignedFor.role(each.name())),
                                        Column.<Seal>words(
                                                "form", each -> "seal.form." + each.form().code()),
                                        Column.<Seal>words(
                                                "level",
                                                each -> "signature.level." + each.level().code()),
                                        Column.<Seal>code(
                                                "after",
                                                each -> HexFormat.of().formatHex(each.after()))))
                        .filteredBy(HASH);
    }

    @Needs(Right.READ_SEALS)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Reach reach =
                Rights.current().reach(Right.READ_SEALS).orElse(new Reach.Structures(Set.of()));
        String hash = asked.filters().find(HASH).orElse("").strip().toLowerCase(Locale.ROOT);
        List<Seal> rows = seals.list(reach, hash, asked.orderBy(), asked.offset(), asked.limit());
        return asked.away()
                ? table.download(asked, "seals", rows)
                : Page.of(
                        "seal/seals",
                        new SealViews.Listed(table.show(asked, rows, seals.count(reach, hash))));
    }

    private Cell by(Seal seal) {
        return switch (seal.by()) {
            case Seal.By.Officer(UUID account, _) ->
                    new Cell.Text(
                            accounts.find(account)
                                    .map(each -> each.owner().name())
                                    .orElseGet(account::toString));
            case Seal.By.Program(UUID key) ->
                    keys.find(key)
                            .<Cell>map(
                                    found ->
                                            new Cell.Link(
                                                    found.head().name(),
                                                    "/console/api-keys/" + key))
                            .orElseGet(() -> new Cell.Code(key.toString()));
        };
    }

    static String structure(Structures structures, UUID id) {
        return structures
                .find(id)
                .map(found -> found.name(Language.FRENCH))
                .orElseGet(id::toString);
    }
}
