package org.danaya.consultation.edit.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.console.TextDesk;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.EditFault;
import org.danaya.consultation.edit.Typing;
import org.danaya.form.Submission;
import org.danaya.people.Persons;
import org.danaya.text.akn.Element;
import org.danaya.text.edit.Unit;
import org.danaya.text.edit.Units;
import org.springframework.stereotype.Component;

/** What the pages of this package ask alike: the draft within reach, names of units and people. */
@Component
class EditDesk {

    static final String PATH = TextDesk.PATH + "/versions" + TextDesk.ID + "/edit";

    private final TextDesk desk;
    private final Accounts accounts;
    private final Persons persons;

    EditDesk(TextDesk desk, Accounts accounts, Persons persons) {
        this.desk = desk;
        this.accounts = accounts;
        this.persons = persons;
    }

    /** A version whose text the reader may draft. */
    TextVersion version(String id) {
        return desk.version(id, Right.DRAFT_TEXTS);
    }

    EditSheets.Draft sheet(TextVersion version) {
        Dossier dossier = desk.dossier(version);
        return new EditSheets.Draft(dossier, version, path(version), dossier.tag());
    }

    static String path(TextVersion version) {
        return TextDesk.path(version) + "/edit";
    }

    static String path(TextVersion version, String page, String address) {
        return path(version) + "/" + page + "?part=" + encoded(address);
    }

    static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /**
     * A unit of a text.
     *
     * @throws Fault {@link EditFault#GONE}
     */
    static Unit unit(Element root, String address) {
        return Units.find(root, address).orElseThrow(() -> new Fault(EditFault.GONE));
    }

    static EditSheets.Name name(Unit unit) {
        String number = (unit.number() + " " + unit.heading()).strip();
        String words = number.isEmpty() ? unit.beginning() : number;
        return !unit.isPart() || words.isEmpty()
                ? new EditSheets.Name("", "edit.unit." + unit.tag().toLowerCase(Locale.ROOT))
                : new EditSheets.Name(words, "");
    }

    String who(UUID account) {
        return persons.get(accounts.get(account).owner().person()).name();
    }

    List<String> who(Collection<UUID> all) {
        return all.stream().map(this::who).sorted().toList();
    }

    static UUID self() {
        return Actor.self();
    }

    /** One value that a form sent; empty where it sent none. */
    static String sent(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    /** The lines that a form sent. */
    static Typing typing(Submission sent, String field) {
        return new Typing(hash(sent, "base"), sent(sent, field), hash(sent, "follows"));
    }

    /** The hash that a form sent; one of nothing where it sent none. */
    static String hash(Submission sent, String field) {
        return Optional.of(sent(sent, field))
                .filter(hash -> hash.matches("[0-9a-f]{64}"))
                .orElseGet(() -> DraftEditing.hash(""));
    }
}
