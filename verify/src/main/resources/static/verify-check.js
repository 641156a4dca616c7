/* Danaya: anchor, snapshot, seal, short code and verdict. Needs verify.js. */
(function () {
    "use strict";

    const D = globalThis.Danaya;
    const {Broken, need, get, whole, text, bytes, items, fields, dictionary} = D;

    // ---- anchor and log

    function seconds(rfc3339) {
        need(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(rfc3339), "anchor-form");
        const time = Date.parse(rfc3339);
        need(!Number.isNaN(time), "anchor-form");
        return time / 1000;
    }

    function member(object, name, type) {
        const value = object && typeof object === "object" ? object[name] : undefined;
        need(typeof value === type && value !== null, "anchor-form", "no " + name);
        return value;
    }

    /** Reads an anchor file's text. */
    async function anchor(json) {
        let file;
        try {
            file = JSON.parse(json);
        } catch (e) {
            throw new Broken("json-form");
        }
        need(member(file, "format", "string") === "danaya anchor v1", "wrong-header");
        need(Array.isArray(file.keys) && file.keys.length >= 1 && file.keys.length <= 16, "anchor-form");
        const keys = [];
        for (const item of file.keys) {
            const key = await D.p256(D.base64(member(item, "spki", "string")));
            const id = Uint8Array.from(key.id.match(/../g), (b) => parseInt(b, 16));
            const name = D.toBase64(id).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
            need(name === member(item, "kid", "string"), "key-id");
            keys.push({key: key.key, id: key.id,
                from: seconds(member(item, "from", "string")),
                until: seconds(member(item, "until", "string"))});
        }
        const name = member(file, "name", "object");
        const log = await vkey(member(file, "log", "string"));
        const policy = member(file, "policy", "string");
        return {
            country: member(file, "country", "string"),
            name: {fr: member(name, "fr", "string"), en: member(name, "en", "string")},
            rehearsal: member(file, "rehearsal", "boolean"),
            portal: member(file, "portal", "string"),
            edge: member(file, "edge", "string"),
            keys, log,
            policy: policy === "" ? {logs: [log], witnesses: new Map(), quorum: () => true}
                : await readPolicy(policy, log),
        };
    }

    /** A C2SP verifier key: Ed25519 of a log (1) or a witness (4). */
    async function vkey(spelt) {
        const parts = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(spelt);
        need(parts, "key-form");
        const material = D.base64(parts[3]);
        need(material.length >= 1 && (material[0] === 1 || material[0] === 4 || material[0] === 6),
            "key-type");
        const hashed = await D.sha256(D.concat(D.toUtf8.encode(parts[1] + "\n"), material));
        need(D.hex(hashed.subarray(0, 4)) === parts[2], "key-id");
        const key = {name: parts[1], id: parts[2], type: material[0], crypto: null};
        if (material[0] !== 6) {
            need(material.length === 33, "key-bytes");
            try {
                key.crypto = await crypto.subtle.importKey(
                    "raw", material.slice(1), {name: "Ed25519"}, false, ["verify"]);
            } catch (e) {
                // A browser without Ed25519: what this key signed stays unchecked, and is told so.
                key.crypto = null;
            }
        }
        return key;
    }

    /** A C2SP tlog-policy; whatever it says that is not understood refuses it. */
    async function readPolicy(policy, log) {
        const logs = [log];
        const witnesses = new Map();
        const rules = new Map();
        let quorum = null;
        need(policy.endsWith("\n"), "truncated");
        for (const line of policy.split("\n")) {
            const words = line.split(/[ \t]+/).filter((word) => word !== "");
            if (words.length === 0 || words[0].startsWith("#")) {
                continue;
            }
            if (words[0] === "log") {
                logs.push(await vkey(words[1] || ""));
            } else if (words[0] === "witness") {
                const [name, key] = [words[1], await vkey(words[2] || "")];
                need(name && !rules.has(name) && key.type !== 1, "policy-duplicate-name");
                witnesses.set(name, key);
                rules.set(name, (signed) => signed.has(name));
            } else if (words[0] === "group") {
                const members = words.slice(3);
                need(members.length > 0 && members.every((m) => rules.has(m)), "policy-unknown-name");
                const count = words[2] === "any" ? 1 : words[2] === "all" ? members.length
                    : Number(words[2]);
                need(Number.isInteger(count) && count >= 1 && count <= members.length,
                    "policy-threshold");
                need(!rules.has(words[1]), "policy-duplicate-name");
                const rulesOf = members.map((m) => rules.get(m));
                rules.set(words[1],
                    (signed) => rulesOf.filter((rule) => rule(signed)).length >= count);
            } else if (words[0] === "quorum") {
                need(quorum === null, "policy-quorum");
                quorum = words[1] === "none" ? () => true : rules.get(words[1]);
                need(quorum, "policy-unknown-name");
            } else {
                throw new Broken("policy-keyword");
            }
        }
        need(quorum, "policy-quorum");
        return {logs, witnesses, quorum};
    }

    /** Checks a signed checkpoint (C2SP signed-note, tlog-checkpoint). */
    async function checkpoint(note, policy) {
        const split = note.lastIndexOf("\n\n");
        need(split >= 0 && note.endsWith("\n"), "note-separator");
        const body = note.slice(0, split + 1);
        const lines = body.slice(0, -1).split("\n");
        need(lines.length >= 3 && lines.every((line) => line !== ""), "checkpoint-lines");
        need(/^(0|[1-9][0-9]*)$/.test(lines[1]), "number");
        const root = D.base64(lines[2]);
        need(root.length === 32, "hash-length");
        const found = {origin: lines[0], size: Number(lines[1]), root, note, checked: true};
        const logs = policy.logs.filter((key) => key.name === found.origin);
        need(logs.length > 0, "log-unknown");
        let bySomeLog = false;
        let unchecked = false;
        const signed = new Set();
        for (const line of note.slice(split + 2, -1).split("\n")) {
            const parts = /^\u2014 (\S+) (\S+)$/u.exec(line);
            need(parts, "note-signature-line");
            const raw = D.base64(parts[2]);
            need(raw.length > 4, "note-signature-line");
            const id = D.hex(raw.subarray(0, 4));
            const made = (key) => key.name === parts[1] && key.id === id;
            for (const key of logs.filter(made)) {
                unchecked = unchecked || key.crypto === null;
                if (key.crypto !== null) {
                    await ed25519(key, raw.subarray(4), D.toUtf8.encode(body));
                    bySomeLog = true;
                }
            }
            for (const [name, key] of policy.witnesses) {
                if (!made(key)) {
                    continue;
                }
                unchecked = unchecked || key.crypto === null;
                if (key.crypto !== null) {
                    need(raw.length === 76, "signature-form");
                    const time = new DataView(raw.buffer, raw.byteOffset).getBigUint64(4);
                    await ed25519(key, raw.subarray(12),
                        D.toUtf8.encode("cosignature/v1\ntime " + time + "\n" + body));
                    signed.add(name);
                }
            }
        }
        if (bySomeLog && policy.quorum(signed)) {
            return found;
        }
        need(unchecked, bySomeLog ? "quorum-not-reached" : "signature-unknown");
        found.checked = false;
        return found;
    }

    async function ed25519(key, signature, message) {
        need(signature.length === 64, "signature-form");
        need(await crypto.subtle.verify({name: "Ed25519"}, key.crypto, signature, message),
            "signature-wrong");
    }

    // ---- key set, status lists, snapshot

    async function keySet(raw, trusted) {
        need(raw.length <= 65536, "too-large");
        const sign1 = D.ownCose(raw);
        const set = dictionary(D.CborReader.read(sign1.payload, true), "key-set-form");
        need(sign1.closed.v.length === 2 && set.v.length === 3, "key-set-form");
        const keys = [];
        for (const item of items(get(set, 3), 256, "key-set-form")) {
            const parts = fields(item, 6, "key-set-form");
            const id = bytes(parts[0], 8, 8, "key-set-form");
            const key = await D.p256(D.concat(
                D.SPKI,
                bytes(parts[1], 32, 32, "key-set-form"), bytes(parts[2], 32, 32, "key-set-form")));
            need(key.id === D.hex(id), "key-id");
            keys.push({key: key.key, id: key.id, use: whole(parts[3], 1, "key-set-form"),
                from: whole(parts[4], D.MAX_SECONDS, "key-set-form"),
                until: whole(parts[5], D.MAX_SECONDS, "key-set-form")});
        }
        const issued = whole(get(set, 1), D.MAX_SECONDS, "key-set-form");
        const until = whole(get(set, 2), D.MAX_SECONDS, "key-set-form");
        const signer = trusted.keys.find((key) => key.id === D.keyId(sign1));
        need(signer, "key-set-unknown");
        D.inTime(issued, signer.from, signer.until);
        await D.checkSignature(sign1, signer.key);
        return {issued, until, keys};
    }

    function find(keys, id, use, at) {
        const named = keys.keys.filter((key) => key.id === id);
        need(named.length > 0, "seal-key-unknown");
        const key = named.find((candidate) => candidate.use === use);
        need(key, "key-use");
        D.inTime(at, key.from, key.until);
        return key.key;
    }

    async function statusToken(raw, keys) {
        const form = "status-form";
        need(raw.length <= 2 << 20, "too-large");
        const sign1 = D.ownCose(raw);
        const claims = dictionary(D.CborReader.read(sign1.payload, true), form);
        const type = get(sign1.closed, 16);
        need(sign1.closed.v.length === 3 && type && type.v === "application/statuslist+cwt"
            && claims.v.length === 7, form);
        const uri = text(get(claims, 2), 1024, form);
        const number = /\/(0|[1-9][0-9]{0,3})$/.exec(uri);
        need(number && Number(number[1]) < 4096, form);
        const token = {uri, number: Number(number[1]),
            issued: whole(get(claims, 6), D.MAX_SECONDS, form),
            expires: whole(get(claims, 4), D.MAX_SECONDS, form)};
        whole(get(claims, 65534), D.MAX_SECONDS, form);
        const list = dictionary(get(claims, 65533), form);
        const bits = get(list, "bits");
        need(list.v.length === 2 && bits && bits.t === "int" && bits.v === 2, form);
        token.packed = await D.inflate(bytes(get(list, "lst"), 1, 2 << 20, form), D.MAX_ENTRIES / 4);
        need(token.packed.length > 0, form);
        token.reduced = new Map(dictionary(get(claims, -65538), form).v.map(
            ([key, value]) => [whole(key, 0xffffffff, form), whole(value, 255, form)]));
        const under = fields(get(claims, -65539), 3, form);
        token.checkpoint = {origin: text(under[0], 1024, form),
            size: whole(under[1], D.MAX_NUMBER, form), root: bytes(under[2], 32, 32, form)};
        const id = D.keyId(sign1);
        need(id, form);
        await D.checkSignature(sign1, find(keys, id, 1, token.issued));
        return token;
    }

    /** Checks every part of a snapshot against an anchor; one that is wrong refuses the whole. */
    async function snapshot(raw, trusted) {
        const parts = fields(D.CborReader.read(raw, true), 4, "snapshot-form");
        need(text(parts[0], 18, "snapshot-form") === "danaya snapshot v1", "wrong-header");
        const keys = await keySet(bytes(parts[1], 1, 65536, "snapshot-form"), trusted);
        const lists = [];
        for (const item of items(parts[2], 64, "snapshot-form")) {
            const list = await statusToken(bytes(item, 1, 2 << 20, "snapshot-form"), keys);
            need(!lists.some((other) => other.number === list.number), "snapshot-form");
            lists.push(list);
        }
        const log = await checkpoint(text(parts[3], 1000000, "snapshot-form"), trusted.policy);
        for (const {checkpoint: under} of lists) {
            need(under.origin === log.origin, "log-unknown");
            need(under.size <= log.size, "size-shrank");
            need(under.size < log.size || D.same(under.root, log.root), "split-view");
        }
        const dates = [keys.issued, ...lists.map((list) => list.issued)];
        return {anchor: trusted, keys, lists, checkpoint: log,
            known: Math.min(...dates), newest: Math.max(...dates)};
    }

    // ---- seal

    const HEALTH = -260;
    const CLAIM = -65537;

    function token(claims) {
        return get(claims, HEALTH) ? "seal-health-certificate" : "seal-other-token";
    }

    /** What a code is that is no mandate's seal. */
    async function foreign(scanned) {
        const prefix = /^([A-Z]{2})[0-9]:/.exec(scanned);
        if (prefix && prefix[1] === "HC") {
            return "seal-health-certificate";
        }
        try {
            let raw = D.base45(prefix ? scanned.slice(prefix[0].length) : scanned);
            if (raw[0] === 0x78) {
                raw = await D.inflate(raw, 262144);
            }
            const claims = D.CborReader.read(D.anyCose(raw).payload, false);
            return claims.t === "map" ? token(claims) : "seal-foreign";
        } catch (e) {
            return "seal-foreign";
        }
    }

    const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/;
    const BLANK = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;

    /** Reads a seal's text; nothing that it claims is to be used before it is checked. */
    async function readSeal(scanned) {
        const stripped = scanned.replace(/^[\x00-\x20\ufeff]+/, "").replace(/[\x00-\x1f]+$/, "");
        if (!stripped.startsWith("DM1:")) {
            throw new Broken(await foreign(stripped));
        }
        need(stripped.length <= 419, "too-large");
        const sign1 = D.ownCose(D.base45(stripped.slice(4)));
        need(D.algorithm(sign1) === D.ES256, "cose-algorithm");
        const key = D.keyId(sign1);
        need(key && sign1.closed.v.length === 2, "cose-form");
        return {sign1, key, mandate: claimsOf(sign1.payload)};
    }

    function claimsOf(payload) {
        const form = "seal-form";
        const claims = dictionary(D.CborReader.read(payload, true), form);
        const own = get(claims, CLAIM);
        need(own, own ? "" : token(claims));
        need(claims.v.length === 3, form);
        const until = whole(get(claims, 4), D.MAX_SECONDS, form);
        const from = whole(get(claims, 5), D.MAX_SECONDS, form);
        if (own.t === "array" && own.v.length > 0 && own.v[0].t === "int") {
            need(own.v[0].v === 1, "seal-version");
        }
        const parts = fields(own, 11, form);
        whole(parts[0], 1, form);
        const mandate = {
            kind: whole(parts[1], 3, form), number: whole(parts[2], D.MAX_NUMBER, form),
            code: text(parts[3], 10, form), name: text(parts[4], 276, form),
            function: text(parts[5], 276, form), structureId: text(parts[6], 276, form),
            structure: text(parts[7], 276, form), powers: whole(parts[8], 255, form),
            limit: text(parts[9], 276, form), index: whole(parts[10], 0xffffffff, form),
            from, until,
        };
        need(/^[0-9A-HJKMNP-TV-Z]{10}$/.test(mandate.code), form);
        printable(mandate, form);
        return mandate;
    }

    function printable(mandate, form) {
        need(!BLANK.test(mandate.name) && !BLANK.test(mandate.structureId), form);
        for (const said of [mandate.name, mandate.function, mandate.structureId, mandate.structure,
            mandate.limit]) {
            need(!UNPRINTABLE.test(said) && !/\p{Cs}/u.test(said), form);
        }
        need(mandate.from < mandate.until, form);
    }

    // ---- a mandate in a wallet (SD-JWT VC; RFC 9901)

    const CREDENTIAL =
        /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)~([A-Za-z0-9_~-]*~)?([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)?$/;
    const KINDS = ["mandate", "member", "head", "spokesperson"];
    const CLAIMS = ["name", "function", "structure", "powers", "limits"];
    const WRONG = "credential-form";

    function isCredential(text) {
        return text.length <= 65536 && CREDENTIAL.test(text.trim());
    }

    function base64url(text) {
        const usual = text.replace(/-/g, "+").replace(/_/g, "/");
        try {
            return D.base64(usual + "=".repeat((4 - usual.length % 4) % 4));
        } catch (e) {
            throw new Broken(WRONG);
        }
    }

    function toBase64url(raw) {
        return D.toBase64(raw).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    }

    function json(text) {
        try {
            return JSON.parse(D.utf8(base64url(text)));
        } catch (e) {
            throw new Broken(WRONG);
        }
    }

    function has(object, name, type) {
        need(object !== null && typeof object === "object" && !Array.isArray(object)
            && Object.prototype.hasOwnProperty.call(object, name), WRONG);
        const value = object[name];
        need(type === "array" ? Array.isArray(value) : type === "object"
            ? value !== null && typeof value === "object" && !Array.isArray(value)
            : typeof value === type, WRONG);
        need(type !== "number" || (Number.isSafeInteger(value) && value >= 0), WRONG);
        return value;
    }

    /** What is disclosed, by name: each hash is signed, and is there once. */
    async function shownOf(claims, disclosures) {
        need(disclosures.length <= 16 && has(claims, "_sd", "array").length <= 16, WRONG);
        const hashes = new Set(claims._sd);
        need(hashes.size === claims._sd.length && has(claims, "_sd_alg", "string") === "sha-256", WRONG);
        const shown = {};
        for (const each of disclosures) {
            need(hashes.delete(toBase64url(await D.sha256(D.toUtf8.encode(each)))), "signature-wrong");
            const parts = json(each);
            need(Array.isArray(parts) && parts.length === 3 && typeof parts[0] === "string"
                && CLAIMS.includes(parts[1]) && !(parts[1] in shown), WRONG);
            shown[parts[1]] = parts[2];
        }
        return shown;
    }

    /** Reads a credential; what isn't shown reads as an ellipsis, powers none. */
    async function readCredential(text) {
        const [, head, payload, raw, all] = CREDENTIAL.exec(text.trim());
        const header = json(head);
        need(has(header, "alg", "string") === "ES256" && has(header, "typ", "string") === "dc+sd-jwt",
            WRONG);
        const [key, signature] = [base64url(has(header, "kid", "string")), base64url(raw)];
        need(key.length === 8 && signature.length === 64, WRONG);
        const claims = json(payload);
        const shown = await shownOf(claims, (all || "").split("~").slice(0, -1));
        const kind = KINDS.indexOf(has(claims, "kind", "string"));
        need(kind >= 0 && has(claims, "vct", "string").endsWith("/mandates/credential/v1"), WRONG);
        const status = has(has(claims, "status", "object"), "status_list", "object");
        const list = /\/(0|[1-9][0-9]{0,3})$/.exec(has(status, "uri", "string"));
        const entry = has(status, "idx", "number");
        const code = shortCode(has(claims, "code", "string"));
        need(list && Number(list[1]) < 4096 && entry < D.MAX_ENTRIES && code.kind === "good", WRONG);
        const where = "structure" in shown;
        const bits = "powers" in shown
            ? has(shown, "powers", "array").map((power) => D.POWERS.indexOf(power)) : [];
        need(!("powers" in shown) || (bits.length > 0 && bits.length <= 8 && !bits.includes(-1)), WRONG);
        const limits = "limits" in shown ? has(shown, "limits", "array") : [];
        need(limits.length <= 200
            && limits.every((line) => typeof line === "string" && /^[^ ;]+ [^;]+$/.test(line)), WRONG);
        const mandate = {
            kind, number: has(claims, "number", "number"), code: code.code.replace(/-/g, "").slice(0, 10),
            name: "name" in shown ? has(shown, "name", "string") : "\u2026",
            function: "function" in shown ? has(shown, "function", "string") : "",
            structureId: where ? has(has(shown, "structure", "object"), "id", "string") : "\u2026",
            structure: where ? has(shown.structure, "name", "string") : "",
            powers: bits.reduce((sum, bit) => sum | 1 << bit, 0),
            limit: "limits" in shown ? limits.join("; ") : "\u2026",
            index: Number(list[1]) * D.MAX_ENTRIES + entry,
            from: has(claims, "nbf", "number"), until: has(claims, "exp", "number"),
        };
        printable(mandate, WRONG);
        need(mandate.until <= D.MAX_SECONDS, WRONG);
        return {mandate, key: D.hex(key), signature, signed: D.toUtf8.encode(head + "." + payload)};
    }

    // ---- verdict

    /** Dates first, then how it stands. */
    function decide(mandate, standing, freshness) {
        const verdict = (code) => ({code, mandate, standing, freshness,
            remaining: remaining(mandate, standing)});
        if (freshness.at < mandate.from) {
            return verdict("PAS_ENCORE");
        }
        if (freshness.at >= mandate.until) {
            return verdict("EXPIRE");
        }
        switch (standing.kind) {
            case "in-force":
                return verdict("VALIDE");
            case "reduced":
                return verdict((mandate.powers & standing.remaining) === 0 ? "REVOQUE" : "VALIDE");
            case "suspended":
                return verdict("SUSPENDU");
            case "revoked":
                return verdict("REVOQUE");
            default:
                return refuse("status-missing", freshness);
        }
    }

    function remaining(mandate, standing) {
        switch (standing.kind) {
            case "reduced":
                return mandate.powers & standing.remaining;
            case "in-force":
            case "suspended":
                return mandate.powers;
            default:
                return 0;
        }
    }

    function refuse(reason, freshness) {
        return {code: "INCONNU_OU_FALSIFIE", reason, freshness};
    }

    function standingOf(list, index) {
        const entry = index & (D.MAX_ENTRIES - 1);
        if (!list || entry >= list.packed.length * 4) {
            return {kind: "absent"};
        }
        switch (list.packed[entry >> 2] >> (2 * (entry & 3)) & 3) {
            case 0:
                return {kind: "in-force"};
            case 1:
                return {kind: "revoked"};
            case 2:
                return {kind: "suspended"};
            default:
                return {kind: "reduced", remaining: list.reduced.get(index) || 0};
        }
    }

    function age(freshness) {
        return Math.max(0, freshness.at - freshness.known);
    }

    function toConfirm(freshness) {
        return freshness.outdated || freshness.takenBack || freshness.doubted || freshness.clock !== "none"
            || age(freshness) > freshness.limit;
    }

    /** By how much a clock is off that was compared with a server's. */
    function clock(now, heard) {
        return now < heard - D.TOLERANCE_SECONDS ? "behind"
            : now > heard + D.TOLERANCE_SECONDS ? "ahead" : "none";
    }

    /**
     * The verdict without a network on what stands in a QR.
     * now and limit in seconds; seen is what this device remembers.
     */
    async function check(scanned, trusted, now, limit, seen) {
        const at = Math.max(now, trusted.newest);
        const freshness = {known: trusted.known, at, limit,
            outdated: at >= trusted.keys.until || trusted.lists.some((list) => at >= list.expires),
            clock: now < trusted.newest - D.TOLERANCE_SECONDS ? "behind" : "none",
            takenBack: false, doubted: Boolean(trusted.doubted)};
        let mandate;
        try {
            const wallet = isCredential(scanned);
            const seal = wallet ? await readCredential(scanned) : await readSeal(scanned);
            mandate = seal.mandate;
            const key = find(trusted.keys, seal.key, 0, Math.min(at, mandate.until - 1));
            if (!wallet) {
                await D.checkSignature(seal.sign1, key);
            } else {
                need(await crypto.subtle.verify({name: "ECDSA", hash: "SHA-256"}, key, seal.signature,
                    seal.signed), "signature-wrong");
            }
        } catch (e) {
            if (!(e instanceof Broken)) {
                throw e;
            }
            return refuse(e.reason, freshness);
        }
        const number = Math.floor(mandate.index / D.MAX_ENTRIES);
        const list = trusted.lists.find((candidate) => candidate.number === number);
        const standing = standingOf(list, mandate.index);
        const before = seen && seen.lists.get(number);
        const entry = mandate.index & (D.MAX_ENTRIES - 1);
        if (!before || standing.kind === "revoked" || !(before.revoked[entry >> 3] >> (entry & 7) & 1)) {
            // Powers that aren't shown are those that the list leaves, where it takes some.
            const told = mandate.powers === 0 && standing.kind === "reduced"
                ? {...mandate, powers: standing.remaining} : mandate;
            return decide(told, standing, freshness);
        }
        freshness.takenBack = Boolean(list) && list.issued >= before.issued;
        return decide(mandate, {kind: "revoked"}, freshness);
    }

    // ---- what this device has seen

    function nothingSeen() {
        return {lists: new Map(), note: ""};
    }

    /**
     * Whether a tree of one size and root only grew to another (RFC 9162, 2.1.4.2).
     * hashes as that section orders them.
     */
    async function grew(before, now, hashes) {
        const node = (left, right) => D.sha256(D.concat([1], left, right));
        if (before.size < 1 || before.size >= now.size || hashes.length === 0 || hashes.length > 63
            || hashes.some((hash) => hash.length !== 32)) {
            return false;
        }
        // Sizes pass 32 bits, so that nothing here is a bit operation.
        const half = (n) => Math.floor(n / 2);
        let [fn, sn] = [before.size - 1, now.size - 1];
        let size = before.size;
        const path = hashes.slice();
        while (size % 2 === 0) {
            [size, fn, sn] = [size / 2, half(fn), half(sn)];
        }
        if (size === 1) {
            path.unshift(before.root);
        }
        let fr = path[0];
        let sr = path[0];
        for (const hash of path.slice(1)) {
            if (sn === 0) {
                return false;
            }
            if (fn % 2 === 1 || fn === sn) {
                fr = await node(hash, fr);
                sr = await node(hash, sr);
                while (fn % 2 === 0 && fn !== 0) {
                    [fn, sn] = [half(fn), half(sn)];
                }
            } else {
                sr = await node(sr, hash);
            }
            [fn, sn] = [half(fn), half(sn)];
        }
        return sn === 0 && D.same(fr, before.root) && D.same(sr, now.root);
    }

    /**
     * The checkpoint that is kept. It was checked before it was kept, so that other witnesses make
     * nobody forget it; of another log it says nothing.
     */
    async function keptLog(seen, trusted) {
        try {
            return seen.note === "" ? null : await checkpoint(
                seen.note, {logs: [trusted.log], witnesses: new Map(), quorum: () => true});
        } catch (e) {
            return null;
        }
    }

    /**
     * Whether what is valid under a snapshot is to be confirmed.
     * asked: whether it is from somebody who could have been asked for a proof just now.
     */
    function doubtful(findings, asked) {
        return findings.some((finding) =>
            finding.kind !== "growth-unproven" || asked || !finding.witnessed);
    }

    /** Without the log: the next snapshot's is believed, as on the first day. */
    function withoutLog(seen) {
        return {lists: seen.lists, note: ""};
    }

    /**
     * Compares a snapshot with what was seen: what to remember, and what was found. A checkpoint
     * that isn't proven to continue the one that is kept never takes its place.
     * growth: of a proof that the log grew, "proven" or "wrong"; anything else where there is none.
     */
    function observe(seen, trusted, before, growth) {
        const findings = [];
        const next = {lists: new Map(seen.lists), note: trusted.checkpoint.note};
        let older = false;
        for (const list of trusted.lists) {
            const last = seen.lists.get(list.number) || {issued: 0, revoked: new Uint8Array(0)};
            const revoked = new Uint8Array(Math.max(list.packed.length / 2 + 1, last.revoked.length));
            for (let i = 0; i < list.packed.length; i++) {
                const four = list.packed[i];
                if (four !== 0) {
                    for (let j = 0; j < 4; j++) {
                        const entry = 4 * i + j;
                        revoked[entry >> 3] |= ((four >> (2 * j) & 3) === 1 ? 1 : 0) << (entry & 7);
                    }
                }
            }
            if (list.issued < last.issued) {
                older = true;
                findings.push({kind: "older", lie: false});
            } else if (last.revoked.some((byte, i) => (byte & ~revoked[i]) !== 0)) {
                findings.push({kind: "taken-back", lie: true});
            }
            last.revoked.forEach((byte, i) => {
                revoked[i] |= byte;
            });
            next.lists.set(list.number, {issued: Math.max(list.issued, last.issued), revoked});
        }
        const log = trusted.checkpoint;
        let follows = true;
        if (before && before.origin === log.origin && before.size > 0) {
            follows = log.size > before.size && growth === "proven";
            if (log.size < before.size && !older) {
                findings.push({kind: "log-shrank", lie: true});
            } else if (log.size === before.size && !D.same(log.root, before.root)) {
                findings.push({kind: "log-split", lie: true});
            }
            if (log.size > before.size && growth === "wrong") {
                findings.push({kind: "log-split", lie: true});
            } else if (log.size > before.size && growth !== "proven") {
                findings.push({kind: "growth-unproven", lie: false,
                    witnessed: !trusted.anchor.policy.quorum(new Set())});
            }
        }
        if (!follows) {
            next.note = seen.note;
        }
        return {next, findings};
    }

    async function writeSeen(seen) {
        const lists = [];
        for (const [number, list] of seen.lists) {
            lists.push([number, list.issued, D.toBase64(await D.deflate(list.revoked))]);
        }
        return JSON.stringify({format: "danaya remembered v1", lists, note: seen.note});
    }

    async function readSeen(json) {
        const file = JSON.parse(json);
        const lists = new Map();
        for (const [number, issued, revoked] of file.lists) {
            lists.set(number, {issued, revoked: await D.inflate(D.base64(revoked), D.MAX_ENTRIES)});
        }
        return {lists, note: file.note};
    }

    // ---- short code

    const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const EXP = [];
    const LOG = [];
    for (let i = 0, value = 1; i < 31; i++) {
        EXP[i] = EXP[i + 31] = value;
        LOG[value] = i;
        value = value << 1 > 31 ? value << 1 ^ 37 : value << 1;
    }

    function syndrome(symbols, root) {
        return symbols.reduce((sum, symbol) =>
            (sum === 0 ? 0 : EXP[LOG[sum] + LOG[EXP[root]]]) ^ symbol, 0);
    }

    function hyphened(code) {
        return code.slice(0, 4) + "-" + code.slice(4, 8) + "-" + code.slice(8);
    }

    /** Reads a typed code: good, doubtful with its place, or wrong. */
    function shortCode(typed) {
        const code = typed.slice(0, 1024).replace(/[-\u2010\u2011\u2013 \t\u00a0\u202f\n\r]/g, "").slice(0, 65)
            .replace(/[a-z]/g, (c) => c.toUpperCase()).replace(/[IL]/g, "1").replace(/O/g, "0");
        const symbols = Array.from({length: Math.min(code.length, 12)}, (_, i) => ALPHABET.indexOf(code[i]));
        const strange = symbols.indexOf(-1);
        if (strange >= 0) {
            return {kind: "wrong", reason: "code-character", place: strange + 1};
        }
        if (code.length !== 12) {
            return {kind: "wrong", reason: "code-length", place: code.length};
        }
        const s0 = syndrome(symbols, 0);
        const s1 = syndrome(symbols, 1);
        if (s0 === 0 && s1 === 0) {
            return {kind: "good", code: hyphened(code)};
        }
        const at = s0 === 0 || s1 === 0 ? -1 : 11 - (LOG[s1] - LOG[s0] + 31) % 31;
        if (at < 0) {
            return {kind: "wrong", reason: "code-wrong", place: 0};
        }
        const right = ALPHABET[symbols[at] ^ s0];
        return {kind: "doubtful", place: at + 1, typed: code[at], perhaps: right,
            suggestion: hyphened(code.slice(0, at) + right + code.slice(at + 1))};
    }

    Object.assign(D, {anchor, checkpoint, snapshot, check, decide, clock, age, toConfirm,
        isCredential, nothingSeen, grew, keptLog, observe, doubtful, withoutLog, readSeen, writeSeen, shortCode});
})();
