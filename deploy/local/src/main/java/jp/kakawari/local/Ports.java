package jp.kakawari.local;

import java.util.Map;

/** Where the platform listens on this machine. */
public record Ports(int postgres, int kafka, int keycloak, int registry, int catalog, int matching, int kpi, int smtp) {

    /** The ports that the README names; {@code KAKAWARI_PORTS=9000} moves them to 9000, 9001 … in this record's order. */
    public static Ports of(Map<String, String> environment) {
        String base = environment.get("KAKAWARI_PORTS");
        return base == null ? new Ports(5439, 9192, 8180, 8081, 8082, 8083, 8084, 8025) : from(Integer.parseInt(base));
    }

    /** Eight ports in a row. */
    public static Ports from(int first) {
        return new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7);
    }

    int of(Service service) {
        return switch (service) {
            case REGISTRY -> registry;
            case CATALOG -> catalog;
            case MATCHING -> matching;
            case KPI -> kpi;
        };
    }
}
