package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.SigningKeys;
import org.danaya.trust.trustlist.TrustlistFault;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list for everybody: who is qualified, for what, since when. */
@Controller
class PublicListPages {

    private static final String PATH = "/trust-list";
    private static final String XML = "application/vnd.etsi.tsl+xml";
    private static final Field<String> TEXT = Field.text("q", 100).optional();

    private final Editions editions;
    private final SigningKeys keys;
    private final Clock clock;

    PublicListPages(Editions editions, SigningKeys keys, Clock clock) {
        this.editions = editions;
        this.keys = keys;
        this.clock = clock;
    }

    @Open
    @GetMapping(PATH)
    Answer list(Query query) {
        Form search = Form.of("trustlist.public", TEXT).read(Submission.of(query.parameters()));
        String text = search.find(TEXT).orElse("").toLowerCase(Locale.ROOT);
        Optional<Edition> last = editions.last();
        if (last.isEmpty()) {
            return Page.of(
                    "trustlist/public",
                    new Shown.Public(null, false, Texts.NONE, List.of(), search, false));
        }
        TrustedList list = last.get().list();
        List<Shown.Entry> entries =
                list.providers().stream()
                        .map(provider -> entry(provider, text))
                        .filter(entry -> !entry.services().isEmpty())
                        .toList();
        return Page.of(
                "trustlist/public",
                new Shown.Public(
                        ListPages.shown(last.get()),
                        last.get().nextUpdate().isBefore(clock.instant()),
                        list.scheme().operator(),
                        entries,
                        search,
                        !entries.isEmpty() || list.providers().isEmpty()));
    }

    @Open
    @GetMapping(PATH + "/editions/{sequence}")
    Answer edition(@PathVariable long sequence) {
        Edition edition = editions.get(sequence);
        return new Download(
                "danaya-tl-" + sequence + ".xml", XML, (_, out) -> out.write(edition.signed()));
    }

    /** The certificate that checks the last edition, or any edition's by its id. */
    @Open
    @GetMapping(PATH + "/signers/{id}")
    Answer signer(@PathVariable String id) {
        SigningKeys.Signer signer =
                keys.all().stream()
                        .filter(
                                each ->
                                        each.id()
                                                .toString()
                                                .equals(id.equals("current") ? last() : id))
                        .findFirst()
                        .orElseThrow(() -> new Fault(TrustlistFault.NOT_PUBLISHED));
        return new Download(
                "trust-list-signer.cer",
                "application/pkix-cert",
                (_, out) -> out.write(signer.certificate().der()));
    }

    private String last() {
        return editions.last().map(it -> it.signer().toString()).orElse("");
    }

    private Shown.Entry entry(Provider provider, String text) {
        Instant now = clock.instant();
        return new Shown.Entry(
                provider,
                provider.services().stream()
                        .filter(
                                each ->
                                        ServiceRows.matches(
                                                new TrustedList.Listed(provider, each), text))
                        .map(each -> standing(each, now))
                        .toList());
    }

    private static Shown.Standing standing(TrustService service, Instant now) {
        Optional<ServiceState> current = service.at(now);
        return new Shown.Standing(
                service,
                current,
                service.standings().reversed().stream()
                        .filter(each -> !current.equals(Optional.of(each)))
                        .toList());
    }
}
