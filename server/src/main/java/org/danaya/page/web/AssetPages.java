package org.danaya.page.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.danaya.base.Fault;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the files of the pages. */
@Controller
class AssetPages {

    private final Assets assets;

    AssetPages(Assets assets) {
        this.assets = assets;
    }

    @Open
    @GetMapping(Assets.FOLDER + "{file}")
    void asset(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Assets.Asset asset = assets.find(file).orElseThrow(() -> new Fault(PageFault.UNKNOWN));
        boolean zip = zips(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.setContentType(asset.type());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        if (zip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        ByteBuffer body = (zip ? asset.zipped() : asset.bytes()).duplicate();
        response.setContentLength(body.remaining());
        Channels.newChannel(response.getOutputStream()).write(body);
    }

    private static boolean zips(@Nullable String accepted) {
        return accepted != null
                && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0+)?\\b).*");
    }
}
