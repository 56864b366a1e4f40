/** Measures the platform, each figure as a ratio against a limit that is measured in the same run on the same machine. */
package jp.kakawari.bench;
