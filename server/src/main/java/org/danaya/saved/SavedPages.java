package org.danaya.saved;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.form.SavedQueries;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Notice;
import org.danaya.page.PageFault;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeps and forgets the views of the person who asks. */
@Controller
class SavedPages implements SavedQueries {

    private static final int MOST = 100;
    private static final int NAME_LENGTH = 60;
    private static final int QUERY_LENGTH = 1_000;

    /** A list of ours: nothing else is ever redirected to. */
    private static final Pattern LIST = Pattern.compile("/console(/[a-z0-9]+(-[a-z0-9]+)*)+");

    private final SavedTable table;
    private final Ids ids;

    SavedPages(SavedTable table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    @Override
    public List<Saved> of(String path) {
        return account().map(account -> table.of(account, path)).orElse(List.of());
    }

    @SignedIn
    @Transactional
    @PostMapping("/console/saved-views")
    Answer save(Submission sent) {
        UUID account = account().orElseThrow(() -> new Fault(PageFault.SIGN_IN_NEEDED));
        String path = one(sent, "path");
        String name = one(sent, "name").strip();
        if (!LIST.matcher(path).matches()) {
            throw new Fault(FormFault.WRONG_PARAMETER, "path");
        }
        String address =
                Query.of(path, one(sent, "query"))
                        .without("page")
                        .without("before")
                        .with("format", "");
        String query = address.substring(path.length());
        if (query.isEmpty() || query.length() > QUERY_LENGTH) {
            throw new Fault(FormFault.WRONG_PARAMETER, "query");
        }
        if (name.isEmpty() || name.length() > NAME_LENGTH || !plain(name)) {
            return Redirect.to(address)
                    .saying(Notice.warning("saved.name-wrong", Integer.toString(NAME_LENGTH)));
        }
        if (table.count(account) >= MOST) {
            throw new Fault(SavedFault.TOO_MANY, MOST);
        }
        table.put(ids.next(), account, path, name, query);
        return Redirect.to(address).saying(Notice.done("saved.kept", name));
    }

    @SignedIn
    @PostMapping("/console/saved-views/{id}/delete")
    Answer delete(@PathVariable UUID id) {
        UUID account = account().orElseThrow(() -> new Fault(PageFault.SIGN_IN_NEEDED));
        String path = table.delete(id, account).orElseThrow(() -> new Fault(PageFault.UNKNOWN));
        return Redirect.to(path).saying(Notice.done("saved.deleted"));
    }

    private static Optional<UUID> account() {
        return Actor.current() instanceof Actor.Person person
                ? Optional.of(person.account())
                : Optional.empty();
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    private static boolean plain(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }
}
