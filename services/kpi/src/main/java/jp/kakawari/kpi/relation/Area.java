package jp.kakawari.kpi.relation;

/**
 * A place that is counted for.
 *
 * @param code six-digit code, {@code JP} for the nation
 * @param prefecture two-digit code, empty for the nation
 * @param parent position of the place that it is a part of, -1 for the nation
 * @param told whether it has a row; what belongs to no municipality is counted, but has none
 */
record Area(Level level, String code, String prefecture, String name, int parent, boolean told) {

    boolean isLeaf() {
        return level == Level.MUNICIPALITY;
    }
}
