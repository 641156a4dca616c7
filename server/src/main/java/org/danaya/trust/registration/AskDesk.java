package org.danaya.trust.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Account;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.KnownProfile;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.stereotype.Component;

/**
 * The form with which a certificate is asked for, the answers to check, the sending; wherever they
 * are offered. Whether whoever asks may do so is checked before.
 */
@Component
class AskDesk {

    private final Requests requests;
    private final KnownFacts facts;
    private final Accounts accounts;

    AskDesk(Requests requests, KnownFacts facts, Accounts accounts) {
        this.requests = requests;
        this.facts = facts;
        this.accounts = accounts;
    }

    /**
     * What is asked for.
     *
     * @param holder who will be named, where the profile names a person
     * @param base the path of the steps
     * @param after the path of what was sent, before its id; of the list, where it ends without /
     */
    record Wish(
            Profile profile,
            Structure structure,
            Optional<KnownFacts.Holder> holder,
            String base,
            String after) {}

    /** The profile of an id, that requests may be for. */
    Profile profile(String id) {
        return requests.profiles().stream()
                .map(KnownProfile::profile)
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, id));
    }

    /** The form, with what is known filled in, and over it what stood in another certificate. */
    Answer form(Wish wish, Map<SubjectAttribute, String> before) {
        Map<SubjectAttribute, String> known = new HashMap<>(before);
        known.putAll(facts.proposed(wish.profile, wish.structure, wish.holder));
        return Page.of("registration/want", wanting(wish, wanted(wish).form(known)));
    }

    /** The form again, as it was sent. */
    Answer edit(Wish wish, Submission sent) {
        return Page.of("registration/want", wanting(wish, wanted(wish).again(sent)));
    }

    /** The answers, to be checked. */
    Answer check(Wish wish, Submission sent) {
        Wanted wanted = wanted(wish);
        return switch (wanted.read(sent, requests)) {
            case Wanted.Outcome.Wrong(Form form) ->
                    Page.of("registration/want", wanting(wish, form)).status(422);
            case Wanted.Outcome.Read read -> {
                Optional<Fault> refusal = requests.refusals(List.of(asked(wish, read))).getFirst();
                if (refusal.isPresent()) {
                    yield refused(wish, sent, refusal.get());
                }
                List<Line> answers = new ArrayList<>();
                answers.add(
                        Line.text(
                                "registration.pick.chosen", wish.structure.name(Language.FRENCH)));
                answers.addAll(wanted.answers(read));
                yield Page.of(
                        "registration/confirm",
                        new Shown.Confirming(
                                wish.profile.title(),
                                answers,
                                withPerson(read.hidden(), wish),
                                wish.base + "/submit",
                                wish.base + "/edit"));
            }
        };
    }

    /** Sends it. */
    Answer submit(Wish wish, Submission sent) {
        return switch (wanted(wish).read(sent, requests)) {
            case Wanted.Outcome.Wrong(Form form) ->
                    Page.of("registration/want", wanting(wish, form)).status(422);
            case Wanted.Outcome.Read read -> submit(wish, sent, read);
        };
    }

    private Answer submit(Wish wish, Submission sent, Wanted.Outcome.Read read) {
        try {
            Request.Submitted submitted = requests.submit(Actor.self(), asked(wish, read));
            return wish.after.endsWith("/")
                    ? Redirect.to(wish.after + submitted.head().id())
                            .saying(Notice.done("registration.submitted"))
                    : Redirect.to(wish.after).saying(Notice.done("registration.own.submitted"));
        } catch (Fault fault) {
            return refused(wish, sent, fault);
        }
    }

    private Requests.Asked asked(Wish wish, Wanted.Outcome.Read read) {
        return new Requests.Asked(
                wish.profile.id(),
                Optional.of(wish.structure.id()),
                account(wish.holder),
                read.subject(),
                read.names(),
                read.key(),
                Optional.empty());
    }

    private Answer refused(Wish wish, Submission sent, Fault fault) {
        if (!correctable(fault)) {
            throw fault;
        }
        Form form =
                wanted(wish)
                        .again(sent)
                        .refuse("fault." + fault.code().code(), fault.facts().toArray());
        return Page.of("registration/want", wanting(wish, form)).status(422);
    }

    /** A key is kept here for a structure, or for a person who has an account. */
    private Wanted wanted(Wish wish) {
        return new Wanted(
                wish.profile,
                wish.profile.kind() != ProfileKind.SIGNATURE || account(wish.holder).isPresent());
    }

    private Optional<UUID> account(Optional<KnownFacts.Holder> holder) {
        return holder.flatMap(each -> accounts.activeOf(each.person().id())).map(Account::id);
    }

    private static boolean correctable(Fault fault) {
        return fault.code() == AuthorityFault.KEY_REFUSED
                || fault.code() == AuthorityFault.KEY_REUSED
                || fault.code() == AuthorityFault.NOT_AS_REGISTERED
                || fault.code() == AuthorityFault.SUBJECT_REFUSED;
    }

    private static Shown.Wanting wanting(Wish wish, Form form) {
        return new Shown.Wanting(
                wish.profile.title(),
                wish.structure.name(Language.FRENCH),
                person(wish),
                form,
                wish.base + "/check");
    }

    private static String person(Wish wish) {
        return wish.holder.map(each -> each.person().id().toString()).orElse("");
    }

    private static Form withPerson(Form hidden, Wish wish) {
        List<Field<?>> fields = new ArrayList<>();
        Map<String, List<String>> texts = new HashMap<>();
        hidden.inputs()
                .forEach(
                        input -> {
                            fields.add(Field.area(input.name(), 64_000).optional().hidden());
                            texts.put(input.name(), input.typed());
                        });
        fields.add(Field.text("person", 36).optional().hidden());
        texts.put("person", List.of(person(wish)));
        return Form.of("registration.attribute", fields).read(new Submission(texts, Map.of()));
    }
}
