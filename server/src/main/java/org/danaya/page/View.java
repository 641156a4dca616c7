package org.danaya.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.danaya.base.Right;
import org.danaya.form.Form;
import org.danaya.form.FormProblem;
import org.danaya.form.Input;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.SavedQueries;
import org.danaya.page.web.Assets;
import org.jspecify.annotations.Nullable;

/** What every template gets beside its model: words, local forms, who looks, and where. */
public final class View {

    /**
     * The request, as far as pages show it.
     *
     * @param address the path and the parameters of the page
     * @param csrf the mark of our own forms, made when a form first asks for it
     * @param notices what to say once at the top
     * @param standing what to say at the top of every page of the console
     * @param shelves where the person keeps addresses of lists
     */
    record Seen(
            Language language,
            Query address,
            @Nullable Visitor visitor,
            Supplier<@Nullable Csrf> csrf,
            List<Notice> notices,
            Supplier<List<Notice>> standing,
            List<SavedQueries> shelves,
            String requestId) {}

    private final Words words;
    private final Assets assets;
    private final Country country;
    private final List<Section> sections;
    private final Seen seen;
    private final Local local;

    View(Words words, Assets assets, Country country, List<Section> sections, Seen seen) {
        this.words = words;
        this.assets = assets;
        this.country = country;
        this.sections = sections;
        this.seen = seen;
        this.local = new Local(words, seen.language(), country.zone());
    }

    /** The language of the page. */
    public Language language() {
        return seen.language();
    }

    /** Every language there is. */
    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The words of a key, with its places filled. */
    public String word(String key, Object... facts) {
        return words.say(seen.language(), key, facts);
    }

    /** The words of a key, in the other language, for what must be understood in both. */
    public String wordIn(Language language, String key, Object... facts) {
        return words.say(language, key, facts);
    }

    /** Whether a key has words. */
    public boolean has(String key) {
        return words.has(seen.language(), key);
    }

    /** The words of a notice. */
    public String say(Notice notice) {
        return word(notice.key(), notice.facts().toArray());
    }

    /** The sentence of what is wrong in a form. */
    public String say(Form form, FormProblem problem) {
        String label = problem.field().isEmpty() ? "" : word(form.label(problem.field()));
        return word(problem.key(), problem.places(label).toArray());
    }

    /** The ids of what describes a field to a screen reader: its hint, its problem. */
    public @Nullable String describes(Input input) {
        String hint = has(input.hint()) ? input.id() + "-hint " : "";
        String problem = input.problem() == null ? "" : input.id() + "-problem";
        return (hint + problem).isEmpty() ? null : (hint + problem).strip();
    }

    /** What a choice of a list is called. */
    public String label(Option option) {
        return option.isKey() ? word(option.label()) : option.label();
    }

    /** A day in local form: 31 mars 2026. */
    public String date(LocalDate day) {
        return local.date(day);
    }

    /** The first day of a span, before its last day in local form: 23 in « du 23 au 27 mars ». */
    public String first(LocalDate day, LocalDate last) {
        return local.first(day, last);
    }

    /** The day of a time in local form. */
    public String date(Instant time) {
        return local.date(time);
    }

    /** A time in local form, to the minute. */
    public String time(Instant time) {
        return local.time(time);
    }

    /** How long ago something was, in words: il y a 3 minutes. */
    public String age(Duration age) {
        return local.age(age);
    }

    /** A time for machines (HTML's {@code datetime}), to the second. */
    public String machine(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A time by the country's clocks. */
    public LocalDateTime hours(Instant time) {
        return LocalDateTime.ofInstant(time, country.zone());
    }

    /** A number in local form. */
    public String number(long number) {
        return local.number(number);
    }

    /** An amount of CFA francs in local form. */
    public String fcfa(long amount) {
        return local.fcfa(amount);
    }

    /** A size in bytes in local form. */
    public String size(long bytes) {
        return local.size(bytes);
    }

    /** What another country is called, by its two letters (ISO 3166). */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language().locale());
    }

    /** The country's name. */
    public String country() {
        return country.name(seen.language());
    }

    /** What the installation is for. */
    public Purpose purpose() {
        return country.purpose();
    }

    /** The address of a file of the page, which changes with the file. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The mark of our own forms; null where nothing checks it. */
    public @Nullable Csrf csrf() {
        return seen.csrf().get();
    }

    /** Who is signed in, if anybody. */
    public @Nullable Visitor visitor() {
        return seen.visitor();
    }

    /** Whether the person signed in has a right, in any scope. */
    public boolean may(Right right) {
        Visitor visitor = seen.visitor();
        return visitor != null && visitor.rights().contains(right);
    }

    /** The parts of the console that the person may see. */
    public List<Section> sections() {
        return seen.visitor() == null
                ? List.of()
                : sections.stream().filter(s -> s.right() == null || may(s.right())).toList();
    }

    /** Whether the page is within a part of the site, for its navigation. */
    public boolean within(String path) {
        String here = seen.address().path();
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** The page's path and parameters. */
    public Query address() {
        return seen.address();
    }

    /** What stands after the question mark of the page's address. */
    public String queryText() {
        String address = seen.address().changed(Map.of());
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    /** The address of this page in another language. */
    public String in(Language language) {
        return seen.address().with("lang", language.code());
    }

    /** The lists of this page that the person gave names. */
    public List<SavedQueries.Saved> saved() {
        return seen.shelves().stream()
                .flatMap(shelf -> shelf.of(seen.address().path()).stream())
                .toList();
    }

    /** Whether the person can give this list a name. */
    public boolean saves() {
        return seen.visitor() != null && !seen.shelves().isEmpty();
    }

    /** What to say once at the top. */
    public List<Notice> notices() {
        return seen.notices();
    }

    /** What to say at the top of every page of the console, for as long as it is so. */
    public List<Notice> standing() {
        return seen.standing().get();
    }

    /** The name of the request in the logs. */
    public String requestId() {
        return seen.requestId();
    }
}
