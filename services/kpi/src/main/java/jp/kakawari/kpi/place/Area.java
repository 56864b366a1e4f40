package jp.kakawari.kpi.place;

/**
 * A place that is counted for.
 *
 * @param code six-digit code, {@code JP} for the nation
 * @param prefecture two-digit code, empty for the nation
 * @param parent position of the place that it is a part of, -1 for the nation
 * @param told whether it has a row; what belongs to no municipality is counted, but has none
 */
public record Area(Level level, String code, String prefecture, String name, int parent, boolean told) {

    public boolean isLeaf() {
        return level == Level.MUNICIPALITY;
    }
}
