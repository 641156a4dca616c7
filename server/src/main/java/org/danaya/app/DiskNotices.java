package org.danaya.app;

import java.util.List;
import org.danaya.page.Notice;
import org.danaya.store.DiskState;
import org.danaya.store.Store;
import org.springframework.stereotype.Component;

/** Tells everybody in the console that nothing can be written, and why. */
@Component
final class DiskNotices implements Notice.Standing {

    private final Store store;

    DiskNotices(Store store) {
        this.store = store;
    }

    @Override
    public List<Notice> notices() {
        return switch (store.disk()) {
            case DiskState.Roomy() -> List.of();
            case DiskState.Full _ -> List.of(Notice.danger("app.disk-full"));
        };
    }
}
