/* Danaya: checks a mandate in a browser, with nothing but the browser. The same rules, in the same
   order, as org.danaya.verify.mandate; a test compares the two. Nothing here touches the page. */
(function () {
    "use strict";

    const MAX_SECONDS = 253402300799;
    const MAX_NUMBER = Number.MAX_SAFE_INTEGER;
    const INDEX_BITS = 20;
    const MAX_ENTRIES = 1 << INDEX_BITS;
    const TOLERANCE_SECONDS = 300;
    const POWERS = ["SIGNER", "REPRESENTER", "S_EXPRIMER", "NEGOCIER", "VOTER",
        "SOUMETTRE_OBSERVATION", "HOMOLOGUER", "AUTORISER_MESURE"];

    /** The first thing that is wrong, by the code of its reason. */
    class Broken extends Error {
        constructor(reason, detail) {
            super(detail || reason);
            this.reason = reason;
        }
    }

    function need(condition, reason, detail) {
        if (!condition) {
            throw new Broken(reason, detail);
        }
    }

    // ---- bytes and texts

    const strictUtf8 = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
    const toUtf8 = new TextEncoder();

    function utf8(bytes) {
        try {
            return strictUtf8.decode(bytes);
        } catch (e) {
            throw new Broken("not-utf8");
        }
    }

    function base64(text) {
        try {
            const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
            need(toBase64(bytes) === text, "base64");
            return bytes;
        } catch (e) {
            throw new Broken("base64");
        }
    }

    function toBase64(bytes) {
        let text = "";
        for (let i = 0; i < bytes.length; i += 8192) {
            text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
        }
        return btoa(text);
    }

    function hex(bytes) {
        return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
    }

    function same(a, b) {
        return a.length === b.length && a.every((byte, i) => byte === b[i]);
    }

    function concat(...parts) {
        const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        let at = 0;
        for (const part of parts) {
            all.set(part, at);
            at += part.length;
        }
        return all;
    }

    async function sha256(bytes) {
        return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    }

    const ALPHABET45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /** RFC 9285. */
    function base45(text) {
        need(text.length <= 8192, "too-large");
        need(text.length % 3 !== 1, "base45");
        const bytes = [];
        for (let at = 0; at < text.length; at += 3) {
            const whole = text.length - at >= 3;
            let value = 0;
            for (let i = whole ? 2 : 1; i >= 0; i--) {
                const digit = ALPHABET45.indexOf(text[at + i]);
                need(digit >= 0, "base45");
                value = value * 45 + digit;
            }
            need(value <= (whole ? 0xffff : 0xff), "base45");
            if (whole) {
                bytes.push(value >> 8);
            }
            bytes.push(value & 0xff);
        }
        return Uint8Array.from(bytes);
    }

    /** One whole zlib stream, of which no more than the limit is ever held. */
    async function inflate(bytes, limit) {
        try {
            const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
            const reader = stream.getReader();
            const parts = [];
            let length = 0;
            for (;;) {
                const {done, value} = await reader.read();
                if (done) {
                    return concat(...parts);
                }
                length += value.length;
                if (length > limit) {
                    await reader.cancel();
                    break;
                }
                parts.push(value);
            }
        } catch (e) {
            // Said below, as for a stream that is too long.
        }
        throw new Broken("deflated");
    }

    async function deflate(bytes) {
        const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
        return new Uint8Array(await new Response(stream).arrayBuffer());
    }

    // ---- CBOR (RFC 8949)

    const MAX_BYTES = 16 << 20;
    const MAX_DEPTH = 16;
    const MAX_ITEMS = 400000;

    class CborReader {
        constructor(bytes, deterministic) {
            this.bytes = bytes;
            this.deterministic = deterministic;
            this.at = 0;
            this.items = 0;
        }

        static read(bytes, deterministic) {
            need(bytes.length <= MAX_BYTES, "too-large");
            const reader = new CborReader(bytes, deterministic);
            const value = reader.value(0);
            need(reader.at === bytes.length, "cbor-form", "bytes behind the value");
            return value;
        }

        next() {
            need(this.at < this.bytes.length, "truncated");
            return this.bytes[this.at++];
        }

        value(depth) {
            this.items++;
            need(depth <= MAX_DEPTH && this.items <= MAX_ITEMS, "cbor-too-much");
            const head = this.next();
            const major = head >> 5;
            const info = head & 31;
            if (info === 31 && major >= 2 && major <= 5) {
                return this.indefinite(major, depth);
            }
            const argument = this.argument(info, major === 7);
            switch (major) {
                case 0:
                    return {t: "int", v: argument};
                case 1:
                    return {t: "int", v: typeof argument === "bigint" ? -1n - argument : -1 - argument};
                case 2:
                    return {t: "bytes", v: this.take(argument)};
                case 3:
                    return {t: "text", v: utf8(this.take(argument))};
                case 4:
                    return this.array(argument, depth);
                case 5:
                    return this.map(argument, depth);
                case 6:
                    return {t: "tag", n: argument, v: this.value(depth + 1)};
                default:
                    need(info !== 24 || argument >= 32, "cbor-form");
                    need(!this.deterministic || info <= 24, "cbor-not-deterministic");
                    return {t: "simple", v: info, bits: argument};
            }
        }

        /** A number beyond what a double holds stays a BigInt, which no format of ours wants. */
        argument(info, simple) {
            if (info < 24) {
                return info;
            }
            need(info <= 27, "cbor-form");
            const size = 1 << (info - 24);
            let value = 0n;
            for (let i = 0; i < size; i++) {
                value = (value << 8n) | BigInt(this.next());
            }
            if (!simple) {
                need(value < 1n << 63n, "number-too-large");
                const least = size === 1 ? 24n : 1n << BigInt(4 * size);
                need(!this.deterministic || value >= least, "cbor-not-deterministic");
            }
            return value <= BigInt(MAX_NUMBER) ? Number(value) : value;
        }

        take(length) {
            need(length <= this.bytes.length - this.at, "truncated");
            this.at += length;
            return this.bytes.slice(this.at - length, this.at);
        }

        array(count, depth) {
            need(count <= this.bytes.length - this.at, "truncated");
            const items = [];
            for (let i = 0; i < count; i++) {
                items.push(this.value(depth + 1));
            }
            return {t: "array", v: items};
        }

        map(count, depth) {
            need(count <= this.bytes.length - this.at, "truncated");
            const entries = [];
            const keys = {last: "", seen: new Set()};
            for (let i = 0; i < count; i++) {
                entries.push(this.entry(keys, depth));
            }
            return {t: "map", v: entries};
        }

        entry(keys, depth) {
            const start = this.at;
            const key = this.value(depth + 1);
            const encoded = hex(this.bytes.subarray(start, this.at));
            if (this.deterministic) {
                need(keys.last < encoded, "cbor-not-deterministic", "keys out of order");
                keys.last = encoded;
            } else {
                need(!keys.seen.has(encoded), "cbor-form", "a key twice");
                keys.seen.add(encoded);
            }
            return [key, this.value(depth + 1)];
        }

        ended() {
            need(this.at < this.bytes.length, "truncated");
            if (this.bytes[this.at] === 0xff) {
                this.at++;
                return true;
            }
            return false;
        }

        indefinite(major, depth) {
            need(!this.deterministic, "cbor-not-deterministic");
            if (major === 4) {
                const items = [];
                while (!this.ended()) {
                    items.push(this.value(depth + 1));
                }
                return {t: "array", v: items};
            }
            if (major === 5) {
                const entries = [];
                const keys = {last: "", seen: new Set()};
                while (!this.ended()) {
                    entries.push(this.entry(keys, depth));
                }
                return {t: "map", v: entries};
            }
            const pieces = [];
            while (!this.ended()) {
                const head = this.next();
                this.items++;
                need(head >> 5 === major && this.items <= MAX_ITEMS, "cbor-form");
                const piece = this.take(this.argument(head & 31, false));
                if (major === 3) {
                    utf8(piece);
                }
                pieces.push(piece);
            }
            const all = concat(...pieces);
            return major === 3 ? {t: "text", v: utf8(all)} : {t: "bytes", v: all};
        }
    }

    function get(map, key) {
        const type = typeof key === "string" ? "text" : "int";
        const entry = map.v.find(([k]) => k.t === type && k.v === key);
        return entry && entry[1];
    }

    function whole(value, max, reason) {
        need(value && value.t === "int" && typeof value.v === "number" && value.v >= 0
            && value.v <= max, reason);
        return value.v;
    }

    function text(value, max, reason) {
        need(value && value.t === "text" && value.v.length <= max, reason);
        return value.v;
    }

    function bytes(value, min, max, reason) {
        need(value && value.t === "bytes" && value.v.length >= min && value.v.length <= max, reason);
        return value.v;
    }

    function items(value, max, reason) {
        need(value && value.t === "array" && value.v.length <= max, reason);
        return value.v;
    }

    function fields(value, count, reason) {
        need(value && value.t === "array" && value.v.length === count, reason);
        return value.v;
    }

    function dictionary(value, reason) {
        need(value && value.t === "map", reason);
        return value;
    }

    /** The head of a CBOR string, for the one structure that is written here. */
    function head(major, length) {
        return length < 24 ? [major << 5 | length]
            : length < 256 ? [major << 5 | 24, length]
                : length < 65536 ? [major << 5 | 25, length >> 8, length & 255]
                    : [major << 5 | 26, length >>> 24, length >> 16 & 255, length >> 8 & 255, length & 255];
    }

    // ---- COSE_Sign1 (RFC 9052)

    const ES256 = -7;

    function cose(value, deterministic) {
        const parts = fields(value, 4, "cose-form");
        const header = bytes(parts[0], 0, MAX_BYTES, "cose-form");
        const open = dictionary(parts[1], "cose-form");
        const payload = bytes(parts[2], 0, MAX_BYTES, "cose-form");
        const signature = bytes(parts[3], 1, MAX_BYTES, "cose-form");
        const closed = header.length === 0 ? {t: "map", v: []}
            : dictionary(CborReader.read(header, deterministic), "cose-form");
        need(!get(closed, 2), "cose-form", "a critical header");
        return {header, closed, open, payload, signature};
    }

    /** One of Danaya's own: tag 18, deterministic, nothing in the unprotected header. */
    function ownCose(raw) {
        const value = CborReader.read(raw, true);
        need(value.t === "tag" && value.n === 18, "cose-form");
        const own = cose(value.v, true);
        need(own.open.v.length === 0, "cose-form");
        return own;
    }

    function anyCose(raw) {
        let value = CborReader.read(raw, false);
        if (value.t === "tag" && value.n === 61) {
            value = value.v;
        }
        if (value.t === "tag" && value.n === 18) {
            value = value.v;
        }
        return cose(value, false);
    }

    function keyId(sign1) {
        const value = get(sign1.closed, 4);
        return value && value.t === "bytes" && value.v.length === 8 ? hex(value.v) : "";
    }

    function algorithm(sign1) {
        const value = get(sign1.closed, 1);
        return value && value.t === "int" ? value.v : 0;
    }

    async function checkSignature(sign1, key) {
        need(algorithm(sign1) === ES256, "cose-algorithm");
        const message = concat(
            [0x84, 0x6a], toUtf8.encode("Signature1"),
            head(2, sign1.header.length), sign1.header,
            [0x40],
            head(2, sign1.payload.length), sign1.payload);
        const good = await crypto.subtle.verify(
            {name: "ECDSA", hash: "SHA-256"}, key, sign1.signature, message);
        need(good, "signature-wrong");
    }

    const SPKI = Uint8Array.from(
        "3059301306072a8648ce3d020106082a8648ce3d03010703420004".match(/../g), (b) => parseInt(b, 16));

    async function p256(spki) {
        need(spki.length === SPKI.length + 64 && same(spki.subarray(0, SPKI.length), SPKI), "key-bytes");
        try {
            const key = await crypto.subtle.importKey(
                "spki", spki, {name: "ECDSA", namedCurve: "P-256"}, false, ["verify"]);
            return {key, id: hex((await sha256(spki)).subarray(0, 8))};
        } catch (e) {
            throw new Broken("key-bytes");
        }
    }

    function inTime(at, from, until) {
        need(at >= from, "key-not-yet");
        need(at < until, "key-expired");
    }

    Object.assign(globalThis.Danaya = globalThis.Danaya || {}, {
        MAX_SECONDS, MAX_NUMBER, INDEX_BITS, MAX_ENTRIES, TOLERANCE_SECONDS, POWERS, ES256, SPKI,
        Broken, need, utf8, toUtf8, base64, toBase64, hex, same, concat, sha256, base45, inflate,
        deflate, CborReader, get, whole, text, bytes, items, fields, dictionary, ownCose, anyCose,
        keyId, algorithm, checkSignature, p256, inTime,
    });
})();
