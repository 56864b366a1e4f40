/**
 * Who: member organisations (会員団体), supporters (関係人口), their ties to municipalities (関わり) and the ledger of what they
 * did (関わりの記録).
 *
 * <p>The only service that holds personal data. It is sealed at rest, every read of it leaves a row that the person can
 * see, and none of it leaves on an event, in a log or to anybody but the municipality, the registrant and the person.
 */
package jp.kakawari.registry;
