/* Danaya: the page of the verifier. It makes itself in the element with id "danaya-verifier", whose
   data tell it where things are: anchor, snapshot, jsqr, code (where short codes are looked up).
   In the single file the elements "danaya-anchor" and "danaya-snapshot" hold them instead. */
(function () {
    "use strict";

    const D = globalThis.Danaya;
    const root = document.getElementById("danaya-verifier");
    const DAY = 86400;
    const SIDES = [1600, 1000, 600];
    const MOST_CODES = 6;
    /** In bytes, of what a site is asked for. */
    const MOST = {anchor: 1 << 18, snapshot: 16 << 20, growth: 1 << 13};

    const state = {
        language: kept("danaya.language") || root.dataset.language || document.documentElement.lang,
        days: Number(kept("danaya.days")) || 7,
        anchor: null, snapshot: null, seen: D.nothingSeen(), notes: [], camera: null, clock: "none",
    };
    let words = new D.Sentences(state.language);

    function kept(key) {
        try {
            return localStorage.getItem(key);
        } catch (e) {
            return null;
        }
    }

    function keep(key, value) {
        try {
            localStorage.setItem(key, value);
        } catch (e) {
            // A browser that keeps nothing still verifies.
        }
    }

    /** An element: its attributes, its listeners, its children. */
    function h(name, attributes, ...children) {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes || {})) {
            if (key.startsWith("on")) {
                element.addEventListener(key.slice(2), value);
            } else if (value === true) {
                element.setAttribute(key, "");
            } else if (value !== false && value !== undefined) {
                element.setAttribute(key, value);
            }
        }
        element.append(...children.filter((child) => child !== ""));
        return element;
    }

    const byId = (id) => document.getElementById(id);

    // ---- the page

    function draw() {
        document.documentElement.lang = state.language === "en" ? "en" : "fr";
        const title = words.word("page.title");
        if (root.dataset.alone !== undefined) {
            document.title = title;
        }
        root.replaceChildren(
            root.dataset.alone === undefined ? "" : h("header", {class: "dv-top"},
                h("h1", {}, title),
                h("button", {type: "button", class: "dv-link", id: "dv-language", onclick: turn,
                    lang: state.language === "en" ? "fr" : "en"}, words.word("page.other"))),
            h("p", {}, words.word("page.intro")),
            h("div", {id: "dv-notes", role: "status"}),
            h("section", {"aria-labelledby": "dv-look"},
                h("h2", {id: "dv-look"}, words.word("page.look")),
                h("p", {}, h("button", {type: "button", id: "dv-scan", class: "dv-button", onclick: scan},
                    words.word("page.scan"))),
                h("video", {id: "dv-video", playsinline: true, muted: true, hidden: true}),
                h("p", {id: "dv-scan-note", role: "status"}),
                h("p", {}, h("label", {for: "dv-photo"}, words.word("page.photo")),
                    h("span", {id: "dv-photo-hint", class: "dv-hint"}, words.word("page.photo.hint")),
                    h("input", {id: "dv-photo", name: "photo", type: "file", accept: "image/*",
                        "aria-describedby": "dv-photo-hint", onchange: photo})),
                h("form", {id: "dv-form", novalidate: true, onsubmit: typed},
                    h("label", {for: "dv-code"}, words.word("page.typed")),
                    h("p", {id: "dv-hint", class: "dv-hint"}, words.word("page.typed.hint")),
                    h("textarea", {id: "dv-code", name: "code", rows: "3", spellcheck: "false",
                        autocomplete: "off", autocapitalize: "characters",
                        "aria-describedby": "dv-hint"}),
                    h("button", {class: "dv-button", id: "dv-check"}, words.word("page.typed.check")))),
            h("section", {id: "dv-result", tabindex: "-1", "aria-live": "polite",
                "aria-label": words.word("page.result")}),
            trust());
        notes();
    }

    function trust() {
        return h("details", {id: "dv-trust", open: !state.anchor || !state.snapshot},
            h("summary", {}, words.word("page.trust")),
            h("p", {}, h("label", {for: "dv-anchor-file"}, words.word("page.trust.file")),
                h("input", {id: "dv-anchor-file", name: "anchor", type: "file",
                    accept: ".json,application/json", onchange: anchorFile})),
            h("p", {}, h("label", {for: "dv-anchor-text"}, words.word("page.trust.paste")),
                h("textarea", {id: "dv-anchor-text", name: "anchor-text", rows: "3", spellcheck: "false"}),
                h("button", {type: "button", class: "dv-button dv-second", id: "dv-anchor-use",
                    onclick: () => pin(byId("dv-anchor-text").value)}, words.word("page.trust.use"))),
            h("p", {}, h("label", {for: "dv-snapshot-file"}, words.word("page.snapshot.file")),
                h("input", {id: "dv-snapshot-file", name: "snapshot", type: "file",
                    onchange: snapshotFile})),
            h("p", {}, h("label", {for: "dv-days"}, words.word("page.limit")),
                h("input", {id: "dv-days", name: "days", type: "number", min: "1", max: "365",
                    value: String(state.days), onchange: days})),
            h("details", {id: "dv-forget"}, h("summary", {}, words.word("page.forget")),
                h("p", {}, words.word("page.forget.about")),
                h("p", {}, h("button", {type: "button", class: "dv-button dv-second",
                    id: "dv-forget-log", onclick: forget}, words.word("page.forget.button")))));
    }

    /** What is known of authority and information, and what is wrong with them. */
    function notes() {
        if (!byId("dv-notes")) {
            return;
        }
        const list = [];
        if (state.anchor) {
            const name = state.anchor.name[state.language === "en" ? "en" : "fr"];
            list.push(["", words.filled("page.trust.set", {name})]);
            if (state.anchor.rehearsal) {
                list.push(["warn", words.word("page.rehearsal")]);
            }
        } else {
            list.push(["warn", words.word("page.trust.none")]);
        }
        if (state.snapshot) {
            const at = Math.max(now(), state.snapshot.newest);
            list.push(["", words.age({known: state.snapshot.known, at})]);
            if (!state.snapshot.checkpoint.checked) {
                list.push(["warn", words.word("page.snapshot.unchecked")]);
            }
        } else if (state.anchor) {
            list.push(["warn", words.word("page.snapshot.none")]);
        }
        for (const [kind, key, values] of state.notes) {
            const filled = values && values.broken ? {reason: words.reason(values.broken)} : values || {};
            list.push([kind, words.filled(key, filled)]);
        }
        byId("dv-notes").replaceChildren(...list.map(([kind, text]) =>
            h("p", {class: kind === "" ? "dv-note" : "dv-note dv-" + kind}, text)));
    }

    function turn() {
        state.language = state.language === "en" ? "fr" : "en";
        keep("danaya.language", state.language);
        words = new D.Sentences(state.language);
        stop();
        draw();
        byId("dv-language").focus();
    }

    function days() {
        const chosen = Math.floor(Number(byId("dv-days").value));
        state.days = chosen >= 1 && chosen <= 365 ? chosen : 7;
        byId("dv-days").value = String(state.days);
        keep("danaya.days", String(state.days));
    }

    const now = () => Math.floor(Date.now() / 1000);

    // ---- trust

    async function anchorFile(event) {
        if (event.target.files.length > 0) {
            await pin(await event.target.files[0].text());
        }
    }

    /** The authority that the reader chose is kept, and no site changes it. */
    async function pin(json) {
        try {
            state.anchor = await D.anchor(json);
            keep("danaya.anchor", json);
            state.snapshot = null;
            await remember();
            state.notes = [];
        } catch (e) {
            state.notes = [["bad", "page.trust.bad"]];
        }
        notes();
    }

    /** What was seen of one log says nothing about another's lists. */
    function seenKey() {
        return "danaya.seen." + state.anchor.log.name + "." + state.anchor.log.id;
    }

    async function remember() {
        try {
            state.seen = await D.readSeen(kept(seenKey()));
        } catch (e) {
            state.seen = D.nothingSeen();
        }
    }

    /**
     * Only the reader makes this device forget a log. What was kept stays beside, as the evidence
     * of what was shown; what is loaded stays in doubt.
     */
    async function forget() {
        if (!state.anchor) {
            return;
        }
        keep(seenKey() + ".forgotten", kept(seenKey()) || "");
        state.seen = D.withoutLog(state.seen);
        keep(seenKey(), await D.writeSeen(state.seen));
        if (state.snapshot) {
            state.snapshot.doubted = true;
        }
        state.notes = state.notes.filter(([, key]) => !key.startsWith("page.snapshot"));
        state.notes.push(["warn", "page.forget.done"]);
        notes();
        byId("dv-notes").scrollIntoView();
    }

    async function snapshotFile(event) {
        if (event.target.files.length > 0) {
            await load(new Uint8Array(await event.target.files[0].arrayBuffer()));
        }
    }

    /** Whether the log grew, as far as the site proves it. */
    async function growth(before, now) {
        if (!root.dataset.growth || before.size >= now.size || before.origin !== now.origin) {
            return "";
        }
        try {
            const answer = await fetched(root.dataset.growth + before.size + "/" + now.size);
            const text = D.utf8(await body(answer, MOST.growth));
            const lines = text.split("\n").filter((line) => line !== "");
            return await D.grew(before, now, lines.slice(0, 64).map(D.base64)) ? "proven" : "wrong";
        } catch (e) {
            return e instanceof D.Broken ? "wrong" : "";
        }
    }

    /** heard: whether the site gave it just now. */
    async function load(raw, heard) {
        if (!state.anchor) {
            return;
        }
        state.notes = state.notes.filter(([, key]) => !key.startsWith("page.snapshot"));
        try {
            const fresh = await D.snapshot(raw, state.anchor);
            const before = await D.keptLog(state.seen, state.anchor);
            const {next, findings} = D.observe(state.seen, fresh, before,
                before && await growth(before, fresh.checkpoint));
            const has = (kind) => findings.some((finding) => finding.kind === kind);
            // Whoever answers now could prove it; a file that was carried here can't.
            fresh.doubted = D.doubtful(findings, Boolean(heard));
            if (findings.some((finding) => finding.lie)) {
                state.notes.push(["bad", "page.snapshot.lie"]);
            } else if (has("growth-unproven")) {
                state.notes.push([fresh.doubted ? "warn" : "", "page.snapshot.unproven"]);
            } else if (has("older")) {
                state.notes.push(["warn", "page.snapshot.older"]);
            }
            state.snapshot = fresh;
            state.held = state.seen;
            state.seen = next;
            keep(seenKey(), await D.writeSeen(next));
        } catch (e) {
            if (!(e instanceof D.Broken)) {
                throw e;
            }
            state.notes.push(["bad", "page.snapshot.bad", {broken: e.reason}]);
        }
        notes();
    }

    /** What a site answers, of which no more than the limit is ever held. */
    async function body(response, most) {
        const reader = response.body.getReader();
        const parts = [];
        let length = 0;
        for (;;) {
            const {done, value} = await reader.read();
            if (done) {
                return new Uint8Array(await new Blob(parts).arrayBuffer());
            }
            length += value.length;
            if (length > most) {
                await reader.cancel();
                throw new D.Broken("too-large");
            }
            parts.push(value);
        }
    }

    /** An anchor that the site offers; "" for none. */
    async function offer(address) {
        try {
            return D.utf8(await body(await fetched(address), MOST.anchor));
        } catch (e) {
            return "";
        }
    }

    async function fetched(address) {
        const response = await fetch(address, {credentials: "omit", cache: "no-cache"});
        if (!response.ok) {
            throw new Error("HTTP " + response.status);
        }
        const date = Date.parse(response.headers.get("date"));
        if (!Number.isNaN(date) && !response.headers.has("age") && !response.headers.has("danaya-kept")) {
            state.clock = D.clock(now(), date / 1000);
        }
        return response;
    }

    /** The anchor of the first visit, which the worker keeps whatever the site says later. */
    async function first() {
        const kept = globalThis.caches && await caches.open("danaya-pinned").catch(() => null);
        const answer = kept && await kept.match(root.dataset.anchor, {ignoreVary: true});
        return answer ? answer.text() : "";
    }

    /** Whether an anchor is the pinned one, perhaps with a new key beside one of its keys. */
    async function continues(offered) {
        const other = await D.anchor(offered).catch(() => null);
        return Boolean(other) && other.log.name === state.anchor.log.name
            && other.log.id === state.anchor.log.id
            && other.keys.some((key) => state.anchor.keys.some((pinned) => pinned.id === key.id));
    }

    /** What the file holds, what this device keeps, and what the site has, in this order of trust. */
    async function begin() {
        const inside = (id) => byId(id) ? byId(id).textContent.trim() : "";
        const pinned = inside("danaya-anchor") || kept("danaya.anchor") || "";
        if (pinned) {
            state.anchor = await D.anchor(pinned).catch(() => null);
            await remember();
        }
        if (root.dataset.anchor) {
            const offered = await offer(root.dataset.anchor);
            if (!state.anchor && (await first() || offered)) {
                await pin(await first() || offered);
            }
            if (offered && !await continues(offered)) {
                const other = await D.anchor(offered).catch(() => null);
                state.notes.push(["bad", "page.trust.other", {name: other ? other.name.fr : "?"}]);
            }
        }
        draw();
        const snapshot = inside("danaya-snapshot");
        if (snapshot) {
            await load(D.base64(snapshot));
        } else if (root.dataset.snapshot) {
            const heard = await fetched(root.dataset.snapshot).catch(() => null);
            if (heard) {
                const raw = await body(heard, MOST.snapshot).catch(() => new Uint8Array(0));
                await load(raw, !heard.headers.has("danaya-kept"));
            }
        }
        byId("dv-trust").open = !state.anchor || !state.snapshot;
        root.dataset.ready = "true";
    }

    // ---- what is checked

    /** Whether the site answers itself, and not what was kept of it. */
    async function online() {
        const address = root.dataset.online || "";
        return !address || fetch(address, {method: "HEAD", cache: "no-store", credentials: "omit"})
            .then((answer) => answer.ok).catch(() => false);
    }

    async function typed(event) {
        event.preventDefault();
        const said = byId("dv-code").value;
        clear();
        if (said.trim() === "") {
            return show(message(words.word("page.typed.empty")));
        }
        if (said.includes(":") || said.trim().length > 24 || D.isCredential(said)) {
            return answer([said]);
        }
        const reading = D.shortCode(said);
        if (reading.kind !== "good") {
            return show(message(words.reading(reading)));
        }
        if (root.dataset.code && await online()) {
            return location.assign(root.dataset.code + reading.code);
        }
        const portal = state.anchor ? state.anchor.portal : "";
        return show(message(words.filled("page.typed.online", {code: reading.code, portal})));
    }

    /** What is asked next is never answered by what was said before. */
    function clear() {
        byId("dv-result").replaceChildren();
    }

    function message(text) {
        return h("p", {class: "dv-note dv-warn"}, text);
    }

    function show(...children) {
        byId("dv-result").replaceChildren(...children);
        byId("dv-result").focus();
    }

    async function answer(codes) {
        if (!state.anchor || !state.snapshot) {
            return show(message(words.word(state.anchor ? "page.snapshot.none" : "page.trust.none")));
        }
        const several = codes.length > 1
            ? [message(words.filled("page.photo.several", {n: codes.length}))] : [];
        const verdicts = [];
        for (const code of codes) {
            const verdict = await D.check(code, state.snapshot, now(), state.days * DAY, state.held);
            if (verdict.freshness.clock === "none") {
                verdict.freshness.clock = state.clock;
            }
            verdicts.push(verdict);
        }
        return show(...several, ...verdicts.map(told));
    }

    /** One verdict as people read it. */
    function told(verdict) {
        const details = [["detail.code", verdict.code]];
        if (verdict.mandate) {
            const mandate = verdict.mandate;
            details.push(["detail.number", mandate.number], ["detail.short", mandate.code],
                ["detail.structure", mandate.structureId + " " + mandate.structure],
                ["detail.powers", D.POWERS.filter((_, i) => verdict.remaining >> i & 1).join(" ")],
                ["detail.from", instant(mandate.from)], ["detail.until", instant(mandate.until)],
                ["detail.index", mandate.index]);
        } else {
            details.push(["detail.reason", verdict.reason]);
        }
        const log = state.snapshot.checkpoint;
        details.push(["detail.known", instant(verdict.freshness.known)],
            ["detail.log", log.origin + " " + log.size]);
        return h("article", {class: "dv-verdict dv-" + words.variant(verdict).replace(".", "-"),
            "data-verdict": verdict.code},
            h("h2", {}, words.title(verdict)),
            h("p", {class: "dv-sentence"}, words.sentence(verdict)),
            ...words.remarks(verdict).map((remark) => h("p", {}, remark)),
            h("p", {}, h("strong", {}, words.next(verdict))),
            h("p", {class: "dv-hint"}, words.age(verdict.freshness)),
            h("details", {}, h("summary", {}, words.word("page.details")),
                h("dl", {}, ...details.flatMap(([key, value]) =>
                    [h("dt", {}, words.word(key)), h("dd", {}, String(value))]))));
    }

    const instant = (seconds) => new Date(seconds * 1000).toISOString().replace(".000", "");

    // ---- pictures

    /** The reader of QR codes is fetched when it is needed, where the browser has none. */
    async function reader() {
        if (globalThis.BarcodeDetector) {
            const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
            if (formats.includes("qr_code")) {
                const detector = new BarcodeDetector({formats: ["qr_code"]});
                return async (canvas) => (await detector.detect(canvas)).map((code) => code.rawValue);
            }
        }
        if (!globalThis.jsQR) {
            await new Promise((done, failed) => {
                document.head.append(h("script", {src: root.dataset.jsqr, onload: done, onerror: failed}));
            });
        }
        return readAll;
    }

    /** jsQR finds one code: what it found is painted over, and it looks again. */
    async function readAll(canvas) {
        const context = canvas.getContext("2d", {willReadFrequently: true});
        const codes = [];
        for (let look = 0; look < MOST_CODES; look++) {
            const image = context.getImageData(0, 0, canvas.width, canvas.height);
            const found = globalThis.jsQR(image.data, canvas.width, canvas.height);
            if (!found) {
                break;
            }
            if (found.data !== "" && !codes.includes(found.data)) {
                codes.push(found.data);
            }
            const {topLeftCorner: a, topRightCorner: b, bottomRightCorner: c, bottomLeftCorner: d} =
                found.location;
            context.fillStyle = "#fff";
            context.beginPath();
            [a, b, c, d].forEach((corner) => context.lineTo(corner.x, corner.y));
            context.fill();
        }
        return codes;
    }

    /** A little out of focus, what a scanner's noise hides is found; a sharp picture is best as it is. */
    const FILTERS = ["none", "blur(0.8px)"];

    function canvasOf(source, width, height, side, filter) {
        const scale = Math.min(1, side / Math.max(width, height));
        const canvas = h("canvas", {});
        canvas.width = Math.max(1, Math.round(width * scale));
        canvas.height = Math.max(1, Math.round(height * scale));
        const pen = canvas.getContext("2d", {willReadFrequently: true});
        pen.filter = filter;
        pen.drawImage(source, 0, 0, canvas.width, canvas.height);
        pen.filter = "none";
        return canvas;
    }

    async function photo(event) {
        const file = event.target.files[0];
        if (!file) {
            return;
        }
        clear();
        let image;
        try {
            image = await createImageBitmap(file);
        } catch (e) {
            show(message(words.word(/\.pdf$/i.test(file.name) ? "page.photo.hint" : "page.photo.broken")));
            return;
        }
        const read = await reader().catch(() => null);
        if (!read) {
            show(message(words.word("page.photo.reader")));
            return;
        }
        let codes = [];
        for (const side of SIDES) {
            for (const filter of FILTERS) {
                const found = await read(canvasOf(image, image.width, image.height, side, filter));
                codes = codes.concat(found.filter((code) => !codes.includes(code)));
            }
        }
        if (codes.length === 0) {
            show(message(words.word("page.photo.none")));
            return;
        }
        await answer(codes);
    }

    async function scan() {
        if (state.camera) {
            stop();
            return;
        }
        try {
            state.camera = await navigator.mediaDevices.getUserMedia(
                {video: {facingMode: "environment", width: {ideal: 1280}}});
        } catch (e) {
            byId("dv-scan-note").textContent = words.word("page.scan.refused");
            return;
        }
        const video = byId("dv-video");
        video.hidden = false;
        video.srcObject = state.camera;
        byId("dv-scan").textContent = words.word("page.scan.stop");
        byId("dv-scan-note").textContent = words.word("page.scan.searching");
        await video.play();
        const [read, camera] = [await reader().catch(() => null), state.camera];
        if (!read) {
            stop();
            byId("dv-scan-note").textContent = words.word("page.photo.reader");
            return;
        }
        let looks = 0;
        while (state.camera === camera && camera !== null) {
            const codes = video.videoWidth === 0 ? []
                : await read(canvasOf(video, video.videoWidth, video.videoHeight, 1000,
                    FILTERS[looks++ % FILTERS.length]));
            if (codes.length > 0 && state.camera === camera) {
                stop();
                await answer(codes);
                return;
            }
            await new Promise((done) => setTimeout(done, 120));
        }
    }

    function stop() {
        if (state.camera) {
            state.camera.getTracks().forEach((track) => track.stop());
            state.camera = null;
            byId("dv-video").hidden = true;
            byId("dv-scan").textContent = words.word("page.scan");
            byId("dv-scan-note").textContent = "";
        }
    }

    begin();
})();
