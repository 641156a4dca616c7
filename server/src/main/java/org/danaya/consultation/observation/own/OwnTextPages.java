package org.danaya.consultation.observation.own;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.Texts;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationDrafts;
import org.danaya.consultation.observation.ObservationSearch;
import org.danaya.consultation.observation.Observations;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Page;
import org.danaya.page.SignedIn;
import org.danaya.table.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The texts that one's structure is asked about, one of them, and its words. */
@Controller
class OwnTextPages {

    /** How many are shown at once. */
    private static final int SHOWN = 50;

    private final Observations observations;
    private final Texts texts;
    private final OwnTexts own;

    OwnTextPages(Observations observations, Texts texts, OwnTexts own) {
        this.observations = observations;
        this.texts = texts;
        this.own = own;
    }

    @SignedIn
    @GetMapping(OwnTexts.PATH)
    Answer list() {
        return Page.of(
                "observation/own",
                new OwnSheets.Listed(
                        own.all().stream()
                                .map(
                                        each ->
                                                new OwnSheets.Asked(
                                                        each.dossier().title(),
                                                        each.version().head().number(),
                                                        each.referral().head().structure().name(),
                                                        each.referral().head().deadline(),
                                                        OwnTexts.tag(each.referral()),
                                                        each.path()))
                                .toList()));
    }

    @SignedIn
    @GetMapping(OwnTexts.ONE)
    Answer one(@PathVariable String id, Query query) {
        OwnTexts.Own asked = own.get(id);
        List<OwnSheets.Item> drafts = items(asked);
        List<OwnSheets.Item> unplaced = drafts.stream().filter(OwnSheets.Item::unplaced).toList();
        List<OwnSheets.Item> placed = drafts.stream().filter(each -> !each.unplaced()).toList();
        Pager pager =
                new Pager(
                        query,
                        Math.min(
                                query.number("page", 1, ObservationDrafts.MOST, 1),
                                Math.max(1, (placed.size() + SHOWN - 1) / SHOWN)),
                        SHOWN,
                        placed.size());
        return Page.of(
                "observation/one",
                new OwnSheets.One(
                        head(asked),
                        asked.takes(),
                        false,
                        unplaced.size(),
                        unplaced.stream().limit(SHOWN).toList(),
                        placed.stream().skip(SHOWN * (pager.page() - 1L)).limit(SHOWN).toList(),
                        pager,
                        submitted(asked),
                        observations.register().batches(asked.referral().id()),
                        asked.hands().map(held -> held.function())));
    }

    @SignedIn
    @GetMapping(OwnTexts.ONE + "/read")
    Answer read(@PathVariable String id, Query query) {
        OwnTexts.Own asked = own.get(id);
        Optional<Observation.Draft> placed =
                query.given("draft").map(draft -> own.draft(asked, draft));
        return Page.of(
                "observation/read",
                new OwnSheets.Reading(
                        head(asked),
                        asked.takes(),
                        placed.map(draft -> item(asked, draft, 1, 1)),
                        placed.map(draft -> asked.path() + "/observations/" + draft.id() + "/edit")
                                .orElse(asked.path() + "/write"),
                        texts.register().text(asked.version()).flow()));
    }

    static OwnSheets.Head head(OwnTexts.Own asked) {
        return new OwnSheets.Head(
                asked.dossier().title(),
                asked.version().head().number(),
                asked.referral().head().structure().name(),
                asked.referral().head().deadline(),
                OwnTexts.tag(asked.referral()),
                asked.path());
    }

    /** The page of the list that a draft is on. */
    String at(OwnTexts.Own asked, UUID draft) {
        List<UUID> placed =
                observations.drafts().of(asked.referral().id()).stream()
                        .filter(each -> !(each.said().anchor() instanceof Anchor.Unplaced))
                        .map(Observation.Draft::id)
                        .toList();
        int page = Math.max(placed.indexOf(draft), 0) / SHOWN + 1;
        return asked.path() + (page == 1 ? "" : "?page=" + page);
    }

    /** The drafts of a list. */
    List<OwnSheets.Item> items(OwnTexts.Own asked) {
        List<Observation.Draft> drafts = observations.drafts().of(asked.referral().id());
        List<OwnSheets.Item> items = new ArrayList<>();
        Map<UUID, String> names = new HashMap<>();
        for (int at = 0; at < drafts.size(); at++) {
            Observation.Draft draft = drafts.get(at);
            String who = names.computeIfAbsent(draft.changedBy(), own::name);
            items.add(item(asked, draft, who, at + 1, drafts.size()));
        }
        return items;
    }

    OwnSheets.Item item(OwnTexts.Own asked, Observation.Draft draft, int place, int all) {
        return item(asked, draft, own.name(draft.changedBy()), place, all);
    }

    private static OwnSheets.Item item(
            OwnTexts.Own asked, Observation.Draft draft, String who, int place, int all) {
        return new OwnSheets.Item(
                draft,
                place,
                who,
                draft.row(),
                asked.path() + "/observations/" + draft.id(),
                place == 1,
                place == all);
    }

    private List<OwnSheets.Item> submitted(OwnTexts.Own asked) {
        ObservationSearch all = ObservationSearch.all(asked.version().id());
        ObservationSearch search =
                new ObservationSearch(
                        all.version(),
                        Optional.of(asked.referral().head().structure().id()),
                        all.kind(),
                        all.part(),
                        all.confidential(),
                        all.receipt(),
                        "");
        return observations.register().list(search, OwnTexts.sight(asked), "", 0, 10_000).stream()
                .map(
                        each ->
                                new OwnSheets.Item(
                                        each,
                                        each.number(),
                                        own.name(each.head().author()),
                                        Optional.empty(),
                                        "",
                                        false,
                                        false))
                .toList();
    }
}
