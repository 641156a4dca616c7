package org.danaya.text.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The document around a fragment, with its style sheet; a policy lets it fetch nothing at all. */
final class Sheet {

    private static final String STYLE =
            """
            :root{color-scheme:light}
            body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:46rem;color:#101a26;background:#fff;\
            font:1.0625rem/1.6 "DejaVu Sans","Noto Sans","Segoe UI",system-ui,sans-serif;overflow-wrap:break-word}
            h1,h2,h3,h4,h5,h6{line-height:1.3;margin:1.6em 0 .6em;break-after:avoid}
            h1{font-size:1.6rem}h2{font-size:1.35rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1.0625rem}
            p{margin:.6em 0;orphans:2;widows:2}
            a{color:#0a4a8a}
            .cross{font-weight:600}.caption{font-weight:600}
            .num{font-weight:600;margin-inline-end:.25em}
            .l1{margin-inline-start:1.5rem}.l2{margin-inline-start:3rem}.l3{margin-inline-start:4.5rem}\
            .l4{margin-inline-start:6rem}.l5{margin-inline-start:7.5rem}.l6,.l7,.l8,.l9{margin-inline-start:9rem}
            .table{overflow-x:auto;margin:1em 0}
            table{border-collapse:collapse}
            th,td{border:1px solid #6b7785;padding:.35em .6em;text-align:start;vertical-align:top}
            th{background:#eef1f4}caption{text-align:start;font-weight:600;padding:.3em 0}
            sup,sub{line-height:0}
            .call a{padding:0 .15em}
            .notes{border-top:1px solid #6b7785;margin-top:3rem;font-size:.9375rem}
            .notes ul{list-style:none;padding:0}.notes li{margin:.4em 0}
            @media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit}.table{overflow:visible}\
            tr{break-inside:avoid}thead{display:table-header-group}}
            """;

    private Sheet() {}

    static String document(String language, String title, String fragment) {
        return document(language, title, fragment, "");
    }

    /**
     * A document.
     *
     * @param more of style
     */
    static String document(String language, String title, String fragment, String more) {
        String style = STYLE + more;
        String policy = "default-src 'none'; style-src 'sha256-" + digest(style) + "'";
        Markup out = new Markup();
        out.markup("<!DOCTYPE html>\n");
        out.open("html", "lang", language).line();
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.words("title", title).line();
        out.open("style").markup(style).close().line();
        out.close().line();
        out.open("body").line().open("main").line();
        out.markup(fragment);
        return out.close().line().close().line().close().line().toString();
    }

    private static String digest(String style) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
