/** The needs (困りごと) as catalog.need.v1 tells them: a projection that any replica can read. */
package jp.kakawari.matching.need;
