package jp.kakawari.matching.recommendation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;

/**
 * How near people of a prefecture live to a town: 1 in the town itself, 0.7 in its prefecture, less with each kilometre
 * from there to where the people of another prefecture live on average. 0 overseas and for an unknown residence.
 */
final class Nearness {
    private static final double OF_PREFECTURE = 0.7;
    /** At that distance from another prefecture half of it is left. */
    private static final double HALF_KM = 100;

    private static final double EARTH_RADIUS_KM = 6_371;
    private static final Map<Prefecture, Point> CENTRES = centres();

    private final Prefecture prefecture;
    private final Map<String, Double> kilometres = new HashMap<>();
    private final Map<String, Double> values = new HashMap<>();

    private record Point(double latitude, double longitude) {}

    Nearness(LocalGovernmentCode town) {
        prefecture = town.prefecture();
        Municipalities.byCode(town).ifPresent(this::measure);
        values.put(prefecture.number(), OF_PREFECTURE);
    }

    /** {@code residence} is the two-digit code of a prefecture, or null. */
    double of(String residence, boolean resident) {
        return resident ? 1 : values.getOrDefault(residence, 0.0);
    }

    boolean isIn(Prefecture other) {
        return prefecture == other;
    }

    /** From the town to where the people of a prefecture that has a value live on average, along the great circle. */
    double kilometres(String residence) {
        return kilometres.get(residence);
    }

    private void measure(Municipality town) {
        Point from = new Point(town.latitude(), town.longitude());
        CENTRES.forEach((residence, centre) -> {
            double km = kilometres(from, centre);
            kilometres.put(residence.number(), km);
            values.put(residence.number(), OF_PREFECTURE * HALF_KM / (HALF_KM + km));
        });
    }

    private static double kilometres(Point from, Point to) {
        double north = Math.toRadians(to.latitude() - from.latitude());
        double east = Math.toRadians(to.longitude() - from.longitude());
        double halves = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(halves));
    }

    private static Map<Prefecture, Point> centres() {
        Map<Prefecture, Point> centres = new EnumMap<>(Prefecture.class);
        for (Prefecture prefecture : Prefecture.values()) {
            centres.put(prefecture, centre(Municipalities.inPrefecture(prefecture)));
        }
        return centres;
    }

    private static Point centre(List<Municipality> towns) {
        double people = 0;
        double latitude = 0;
        double longitude = 0;
        for (Municipality town : towns) {
            int population = town.population().orElse(0);
            people += population;
            latitude += population * town.latitude();
            longitude += population * town.longitude();
        }
        return new Point(latitude / people, longitude / people);
    }
}
