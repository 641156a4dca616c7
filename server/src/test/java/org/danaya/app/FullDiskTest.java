package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.danaya.access.Role;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.store.Store;
import org.danaya.store.TestDisk;
import org.junit.jupiter.api.Test;

/** What people see while the disk is full. */
class FullDiskTest {

    @Test
    void everyPageOfTheConsoleSaysThatTheDiskIsFullForAsLongAsItIs() throws Exception {
        Store store = TestPlatform.bean(Store.class);
        try (TestSessions officer = TestSessions.signedInAs(Role.ADMINISTRATOR, Role.AUDITOR)) {
            assertThat(officer.get("/console").body()).doesNotContain("lecture seule");
            try (TestDisk _ = TestDisk.full(store)) {
                for (String page : List.of("/console", "/console/log", "/account")) {
                    HttpResponse<String> answer = officer.get(page);
                    assertThat(answer.statusCode()).as(page).isEqualTo(200);
                    assertThat(answer.body())
                            .as(page)
                            .contains("role=\"alert\"")
                            .contains("Le disque du serveur est plein")
                            .contains("lecture seule");
                }
                assertThat(officer.post("/account/recovery", Map.of()).statusCode()).isEqualTo(503);
                assertThat(officer.get("/console?lang=en").body())
                        .contains("The server’s disk is full");
            }
            assertThat(officer.get("/console").body()).doesNotContain("disk is full");
        }
    }

    @Test
    void aPersonSeesItAndGoesOnReading() {
        try (TestSessions officer = TestSessions.signedInAs(Role.ADMINISTRATOR, Role.AUDITOR);
                Browser browser = officer.into(Browser.open(TestPlatform.address()).go("/"));
                TestDisk _ = TestDisk.full(TestPlatform.bean(Store.class))) {
            browser.go("/console")
                    .sees("Le disque du serveur est plein")
                    .accessible()
                    .screenshots("console-disk-full-fr");
            browser.go("/console?lang=en")
                    .sees("The server’s disk is full")
                    .screenshots("console-disk-full-en");
        }
    }
}
