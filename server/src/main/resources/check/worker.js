/* Danaya: keeps the verifier for when there is no network. Nothing that was asked is kept. */
"use strict";

const KEPT = "danaya-verify-@@version@@";
const PAGE = "/verify/offline";
const FILES = [@@files@@];
const READER = "@@jsqr@@";
const ANCHOR = "/verify/anchor.json";
const SNAPSHOT = "/verify/snapshot";
/* The anchor of the first visit: whatever this site says later, it stays. */
const PINNED = "danaya-pinned";
const OLD_MILLISECONDS = 3600000;
const FRESH = [ANCHOR, SNAPSHOT, PAGE];

self.addEventListener("install", (event) => event.waitUntil((async () => {
    const kept = await caches.open(KEPT);
    await kept.addAll(FILES);
    await Promise.all(FRESH.slice(0, 2).map((file) => kept.add(file).catch(() => undefined)));
    const pinned = await caches.open(PINNED);
    if (!await pinned.match(ANCHOR)) {
        await pinned.add(ANCHOR).catch(() => undefined);
    }
    if (await wantsReader()) {
        await kept.add(READER).catch(() => undefined);
    }
    await self.skipWaiting();
})()));

/** Telephones whose browser reads QR codes itself are spared the bytes; so are those who save them. */
async function wantsReader() {
    if (self.navigator.connection && self.navigator.connection.saveData) {
        return false;
    }
    const formats = self.BarcodeDetector
        ? await self.BarcodeDetector.getSupportedFormats().catch(() => []) : [];
    return !formats.includes("qr_code");
}

self.addEventListener("activate", (event) => event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== KEPT && name !== PINNED).map((name) => caches.delete(name)));
    await self.clients.claim();
})()));

/** From the network, kept for later; what was kept where there is none. */
async function fresh(request, name) {
    const kept = await caches.open(KEPT);
    try {
        const answer = await fetch(request);
        if (answer.ok) {
            await kept.put(name, answer.clone());
        }
        return answer;
    } catch (error) {
        return told(await kept.match(name, {ignoreVary: true}));
    }
}

/** What was kept, and says so: its date tells nothing of this hour. */
function told(answer) {
    if (!answer) {
        return Response.error();
    }
    const headers = new Headers(answer.headers);
    headers.set("danaya-kept", "1");
    return new Response(answer.body, {status: answer.status, headers});
}

/** Whoever comes by often has information that isn't older than an hour for the day without network. */
async function renew() {
    const kept = await caches.open(KEPT);
    const before = await kept.match(SNAPSHOT);
    const at = before ? Date.parse(before.headers.get("date")) : 0;
    if (!(Date.now() - at < OLD_MILLISECONDS)) {
        await kept.add(SNAPSHOT).catch(() => undefined);
    }
}

async function once(request) {
    const kept = await caches.open(KEPT);
    const before = await kept.match(request, {ignoreVary: true});
    if (before) {
        return before;
    }
    const answer = await fetch(request);
    if (answer.ok) {
        await kept.put(request, answer.clone());
    }
    return answer;
}

self.addEventListener("fetch", (event) => {
    const request = event.request;
    const url = new URL(request.url);
    if (url.origin !== self.location.origin) {
        return;
    }
    if (request.method === "GET" && FRESH.includes(url.pathname)) {
        event.respondWith(fresh(request, url.pathname));
    } else if (request.method === "GET" && (FILES.includes(url.pathname) || url.pathname === READER)) {
        event.respondWith(once(request));
    } else if (request.mode === "navigate") {
        event.respondWith(fetch(request).catch(async () =>
            await caches.match(PAGE, {ignoreVary: true}) || Response.error()));
        event.waitUntil(renew());
    }
});
