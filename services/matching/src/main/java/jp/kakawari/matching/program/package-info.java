/** The programs (受入プログラム) as catalog.program.v1 tells them: a projection that any replica can read. */
package jp.kakawari.matching.program;
