package org.danaya.mandates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.mandates.MandateSearch.Standing;
import org.danaya.verify.mandate.Power;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures pages of a large register, for {@code bench/run MandateListBench}: a page of 25 with its
 * count, filtered in every way that the console has, for somebody who sees all, forty structures,
 * or one.
 *
 * <p>The mandates are of 300 structures and of 900 days of beginning; 2 % are revoked, 1 % drafts,
 * half are over.
 */
public final class ListMeasure {

    private static final int STRUCTURES = 300;
    private static final int ROUNDS = 5;
    private static final int PAGE = 25;

    private ListMeasure() {}

    /** A way to look. */
    private record Look(String name, MandateSearch search, String orderBy) {}

    /** Argument: how many mandates. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        TestMandates kit = new TestMandates();
        fill(kit, count);
        Register register = kit.mandates.register();
        List<Look> looks = looks();
        List<Long> all = new ArrayList<>();
        for (Look look : looks) {
            List<Long> times = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                long found = register.page(look.search(), look.orderBy(), 0, PAGE).total();
                long end = System.nanoTime();
                // The first finds the database's memory cold, and isn't what a working day is like.
                if (round > 0) {
                    times.add(end - start);
                } else {
                    System.out.printf(Locale.ROOT, "lists: %s: %,d, ", look.name(), found);
                }
            }
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f to %.1f ms%n",
                    times.getFirst() / 1e6,
                    times.getLast() / 1e6);
            all.addAll(times);
        }
        Collections.sort(all);
        System.out.printf(
                Locale.ROOT,
                "lists: %,d mandates, %d looks: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                count,
                all.size(),
                all.get(all.size() / 2) / 1e6,
                all.get((int) (all.size() * 0.99)) / 1e6,
                all.getLast() / 1e6);
        System.exit(0);
    }

    private static void fill(TestMandates kit, int count) {
        JdbcClient sql = kit.people.jdbc;
        sql.sql(
                        """
                        insert into mandates.mandate (id, code, version, kind, structure,
                            grantor_office, person, powers, scope, from_day, until_day, depth,
                            basis, holder, function, home, structure_name, identifier, brief,
                            grantor_name, drafted_by, drafted_at, state, powers_left, ends,
                            changed_at, search)
                        select gen_random_uuid(),
                            translate(lpad(upper(to_hex(n)), 10, '0'), 'ILOU', '1100'), 1,
                            case when n % 10 = 0 then 'member' else 'mandate' end,
                            ('00000000-0000-4000-8000-' || lpad(place::text, 12, '0'))::uuid,
                            ?, gen_random_uuid(), 1 + (n % 255), '{}', current_date - day,
                            current_date - day + 450, 0, 'Décision (exemple)', h, f,
                            'Ministère', s, 'exemple', 'ME', 'Ministre', gen_random_uuid(), now(),
                            case when n % 50 = 0 then 'revoked' when n % 100 = 1 then 'draft'
                                else 'in-force' end,
                            1 + (n % 255), current_date - day + 450, now(),
                            lower(h || ' ' || f || ' ' || s)
                        from (select n, place, day, 'Exemple' || name || ' Nom' || md5(n::text) h,
                                'Conseiller technique' || (n % 30) f, 'Ministere ' || place s
                              from (select n, abs(hashint4(n)) % 300 place,
                                      abs(hashint4(n + 1)) % 900 as day,
                                      abs(hashint4(n + 2)) % 5000 name
                                    from generate_series(1, ?) n) drawn) made
                        """)
                .params(kit.office(1).id(), count)
                .update();
        sql.sql("vacuum analyze mandates.mandate").update();
    }

    private static List<Look> looks() {
        Set<UUID> forty = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            forty.add(structure(i));
        }
        List<Look> looks = new ArrayList<>();
        for (Reach reach :
                List.of(
                        new Reach.Everywhere(),
                        new Reach.Structures(forty),
                        new Reach.Structures(Set.of(structure(7))))) {
            String who = reach instanceof Reach.Structures(var ids) ? "of " + ids.size() : "all";
            MandateSearch any = MandateSearch.of(reach);
            for (String order : List.of("", MandateSearch.BY_END)) {
                String by = order.isEmpty() ? "" : " by end";
                looks.add(new Look(who + by, any, order));
                for (Standing standing : Standing.values()) {
                    looks.add(new Look(who + " " + standing + by, any.in(standing), order));
                }
                looks.add(new Look(who + " power" + by, with(reach, "", Power.VOTE, -1), order));
                looks.add(new Look(who + " ending" + by, with(reach, "", null, 30), order));
                for (String text :
                        List.of(
                                "exemple77 ",
                                "conseiller",
                                "nomabc",
                                "zzz",
                                "M-77",
                                "exemple12 co")) {
                    looks.add(new Look(who + " " + text + by, with(reach, text, null, -1), order));
                }
            }
        }
        Collections.shuffle(looks, new Random(1));
        return looks;
    }

    private static MandateSearch with(Reach reach, String text, @Nullable Power power, int days) {
        return new MandateSearch(
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(power),
                Optional.empty(),
                days < 0 ? Optional.empty() : Optional.of(days),
                Optional.empty(),
                reach);
    }

    private static UUID structure(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number % STRUCTURES));
    }
}
