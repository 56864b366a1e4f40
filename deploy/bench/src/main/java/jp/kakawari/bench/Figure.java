package jp.kakawari.bench;

/**
 * One measured figure.
 *
 * @param what what was done, and how often
 * @param measured value with its unit
 * @param against what it is compared with, measured in the same run, and the ratio; empty where the goal is absolute
 * @param goal what is wanted
 * @param reached whether it is
 */
record Figure(String what, String measured, String against, String goal, boolean reached) {

    String row() {
        return "| %s | %s | %s | %s | %s |".formatted(what, measured, against, goal, reached ? "yes" : "**no**");
    }
}
