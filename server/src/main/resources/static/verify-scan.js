/* Danaya: on « Vérifier », the camera, and the page for when there is no network. */
(function () {
    "use strict";

    const part = document.getElementById("scan");
    const button = document.getElementById("scan-button");
    const video = document.getElementById("scan-video");
    const note = document.getElementById("scan-note");
    const WIDTH = 1000;
    let camera = null;

    if ("serviceWorker" in navigator) {
        navigator.serviceWorker.register("/verify-worker.js", {scope: "/verify"}).catch(() => undefined);
    }

    /** A code that comes behind the #, which no browser sends, fills the field and is forgotten. */
    const brought = decodeURIComponent(window.location.hash.slice(1));
    if (/^[0-9A-Za-z-]{1,24}$/.test(brought)) {
        document.getElementById("verify-code").querySelector("[name=code]").value = brought;
        history.replaceState(null, "", window.location.pathname);
    }

    function script(address) {
        return new Promise((done, failed) => {
            const element = document.createElement("script");
            element.src = address;
            element.onload = done;
            element.onerror = failed;
            document.head.append(element);
        });
    }

    /** The reader is fetched when it is needed, where the browser has none. */
    async function reader() {
        if (globalThis.BarcodeDetector) {
            const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
            if (formats.includes("qr_code")) {
                const detector = new BarcodeDetector({formats: ["qr_code"]});
                return async (canvas) => (await detector.detect(canvas)).map((code) => code.rawValue)[0];
            }
        }
        if (!globalThis.jsQR) {
            await script(part.dataset.jsqr);
        }
        return async (canvas) => {
            const dots = canvas.getContext("2d", {willReadFrequently: true})
                .getImageData(0, 0, canvas.width, canvas.height);
            const found = globalThis.jsQR(dots.data, dots.width, dots.height);
            return found ? found.data : undefined;
        };
    }

    function stop() {
        if (camera) {
            camera.getTracks().forEach((track) => track.stop());
            camera = null;
        }
        video.hidden = true;
        note.textContent = "";
        button.textContent = part.dataset.start;
    }

    /** Every other frame a little out of focus, in which a noisy picture is read better. */
    function frame(look) {
        const canvas = document.createElement("canvas");
        const scale = Math.min(1, WIDTH / video.videoWidth);
        canvas.width = Math.round(video.videoWidth * scale);
        canvas.height = Math.round(video.videoHeight * scale);
        const pen = canvas.getContext("2d", {willReadFrequently: true});
        pen.filter = look % 2 === 0 ? "none" : "blur(0.8px)";
        pen.drawImage(video, 0, 0, canvas.width, canvas.height);
        return canvas;
    }

    async function scan() {
        if (camera) {
            stop();
            return;
        }
        let read;
        try {
            camera = await navigator.mediaDevices.getUserMedia(
                {video: {facingMode: "environment", width: {ideal: 1280}}});
            read = await reader();
        } catch (error) {
            stop();
            note.textContent = part.dataset.refused;
            return;
        }
        const mine = camera;
        video.hidden = false;
        video.srcObject = camera;
        button.textContent = part.dataset.stop;
        note.textContent = part.dataset.searching;
        await video.play();
        let looks = 0;
        while (camera === mine) {
            const code = video.videoWidth === 0 ? undefined : await read(frame(looks++)).catch(() => undefined);
            if (code && camera === mine) {
                stop();
                const form = document.getElementById("verify-code").querySelector("form");
                form.elements.namedItem("code").value = code;
                form.submit();
                return;
            }
            await new Promise((done) => setTimeout(done, 120));
        }
    }

    button.addEventListener("click", scan);
    part.hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
})();
