package jp.kakawari.local;

/** The four services: name of the folder, of the database, limit of the heap in MB, and how much of it is for what stays. */
public enum Service {
    REGISTRY("registry", "registry", 256, 112),
    CATALOG("program-catalog", "catalog", 256, 128),
    MATCHING("matching", "matching", 384, 192),
    KPI("kpi", "kpi", 256, 128);

    private final String folder;
    private final String database;
    private final int heap;
    private final int kept;

    Service(String folder, String database, int heap, int kept) {
        this.folder = folder;
        this.database = database;
        this.heap = heap;
        this.kept = kept;
    }

    String folder() {
        return folder;
    }

    String database() {
        return database;
    }

    int heap() {
        return heap;
    }

    int kept() {
        return kept;
    }
}
