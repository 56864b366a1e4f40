/** The member organisations (会員団体) as registry tells them: names of hosts, and who may not publish at the moment. */
package jp.kakawari.catalog.organization;
