/** The supporters (関係人口) as registry.supporter.v1 tells them: attributes and ties, nothing that names a person. */
package jp.kakawari.matching.supporter;
