/* Danaya: the sentences of a verdict. Needs verify.js and verify-words.js. */
(function () {
    "use strict";

    const D = globalThis.Danaya;

    /** What stands for a claim that the bearer keeps to themselves. */
    const UNSHOWN = "\u2026";

    class Sentences {
        constructor(language) {
            this.words = D.words[language === "en" ? "en" : "fr"];
        }

        word(key) {
            if (!Object.prototype.hasOwnProperty.call(this.words, key)) {
                throw new Error("No word for " + key);
            }
            return this.words[key];
        }

        filled(key, values) {
            return this.word(key).replace(/\{([^}]*)\}/g,
                (_, name) => values[name] === undefined ? "" : String(values[name]));
        }

        variant(verdict) {
            return verdict.code === "VALIDE" && D.toConfirm(verdict.freshness)
                ? "VALIDE.confirm" : verdict.code;
        }

        title(verdict) {
            return this.word("title." + this.variant(verdict));
        }

        next(verdict) {
            return this.word("next." + (verdict.code === "VALIDE" && verdict.freshness.doubted
                ? "VALIDE.doubted" : this.variant(verdict)));
        }

        sentence(verdict) {
            if (!verdict.mandate) {
                return this.filled("sentence." + verdict.code, {reason: this.reason(verdict.reason)});
            }
            const mandate = verdict.mandate;
            const unshown = mandate.powers === 0
                && (verdict.code === "VALIDE" || verdict.code === "PAS_ENCORE") ? ".unshown" : "";
            return this.filled("sentence." + verdict.code + unshown, {
                bearer: this.bearer(mandate),
                powers: this.powers(verdict.remaining),
                structure: mandate.structureId === UNSHOWN ? this.word("structure.unshown")
                    : mandate.structure || mandate.structureId,
                first: this.date(mandate.from),
                last: this.date(mandate.until - 1),
            });
        }

        remarks(verdict) {
            const remarks = [];
            const freshness = verdict.freshness;
            if (freshness.takenBack) {
                remarks.push(this.word("remark.takenBack"));
            }
            if (freshness.doubted) {
                remarks.push(this.word("remark.doubted"));
            }
            if (verdict.mandate) {
                this.addFacts(verdict, remarks);
            }
            if (D.age(freshness) > freshness.limit) {
                remarks.push(this.filled("remark.old", {limit: this.span(freshness.limit)}));
            } else if (freshness.outdated) {
                remarks.push(this.word("remark.outdated"));
            }
            if (freshness.clock !== "none") {
                remarks.push(this.word("remark." + freshness.clock));
            }
            return remarks;
        }

        addFacts(verdict, remarks) {
            if (verdict.mandate.limit !== "") {
                remarks.push(verdict.mandate.limit === UNSHOWN ? this.word("remark.limit.unshown")
                    : this.filled("remark.limit", {limit: this.limit(verdict.mandate.limit)}));
            }
            const dated = verdict.code === "PAS_ENCORE" || verdict.code === "EXPIRE";
            const kind = verdict.standing.kind;
            const withdrawn = verdict.mandate.powers & ~verdict.remaining;
            if (kind === "reduced" && withdrawn !== 0 && verdict.remaining !== 0) {
                remarks.push(this.filled("remark.withdrawn", {powers: this.powers(withdrawn)}));
            } else if (dated && (kind === "revoked" || kind === "suspended")) {
                remarks.push(this.word("remark." + kind));
            }
        }

        /** A limit in words; that of a mandate in a wallet is made of lines of a side and a value. */
        limit(limit) {
            const said = limit.split("; ").map((line) => {
                const space = line.indexOf(" ");
                const key = "limit." + line.slice(0, Math.max(0, space));
                return this.words[key] ? this.filled(key, {value: line.slice(space + 1)}) : "";
            });
            return said.includes("") ? limit : said.join("; ");
        }

        bearer(mandate) {
            if (mandate.name === UNSHOWN) {
                return this.filled("bearer.unshown", {kind: this.word("kind." + mandate.kind)});
            }
            return this.filled(mandate.function === "" ? "bearer.plain" : "bearer", {
                name: mandate.name,
                function: mandate.function,
                kind: this.word("kind." + mandate.kind),
            });
        }

        powers(bits) {
            const verbs = D.POWERS.filter((_, i) => bits >> i & 1).map((code) => this.word("power." + code));
            if (verbs.length === 0) {
                return this.word("powers.none");
            }
            const last = verbs.pop();
            return verbs.length === 0 ? last
                : this.filled("powers.and", {first: verbs.join(", "), last});
        }

        reason(reason) {
            const key = "reason." + reason;
            return this.words[key] || this.word("reason.other");
        }

        age(freshness) {
            const known = new Date(freshness.known * 1000).toISOString();
            return this.filled("age", {date: this.date(freshness.known), time: known.slice(11, 16),
                age: this.ago(D.age(freshness))});
        }

        ago(seconds) {
            const [minutes, hours, days] = [60, 3600, 86400].map((unit) => Math.floor(seconds / unit));
            return minutes < 1 ? this.word("age.now")
                : hours < 2 ? this.filled("age.minutes", {n: minutes})
                    : days < 2 ? this.filled("age.hours", {n: hours}) : this.filled("age.days", {n: days});
        }

        span(seconds) {
            const hours = Math.floor(seconds / 3600);
            return hours % 24 === 0 ? this.filled("span.days", {n: hours / 24})
                : this.filled("span.hours", {n: hours});
        }

        date(seconds) {
            const day = new Date(seconds * 1000);
            return this.filled("date", {
                day: day.getUTCDate() === 1 ? this.word("day.1") : day.getUTCDate(),
                month: this.word("month." + (day.getUTCMonth() + 1)),
                year: day.getUTCFullYear(),
            });
        }

        reading(reading) {
            if (reading.kind === "good") {
                return "";
            }
            const key = reading.kind === "doubtful" ? "code.doubtful" : "code." + reading.reason;
            const first = reading.place === 1 && this.words[key + ".1"];
            return this.filled(first ? key + ".1" : key, reading);
        }
    }

    D.Sentences = Sentences;
})();
