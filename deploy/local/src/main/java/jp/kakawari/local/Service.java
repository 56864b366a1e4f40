package jp.kakawari.local;

/** The four services: name of the folder, of the database, and limit of the heap in MB. */
public enum Service {
    REGISTRY("registry", "registry", 256),
    CATALOG("program-catalog", "catalog", 256),
    MATCHING("matching", "matching", 384),
    KPI("kpi", "kpi", 256);

    private final String folder;
    private final String database;
    private final int heap;

    Service(String folder, String database, int heap) {
        this.folder = folder;
        this.database = database;
        this.heap = heap;
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
}
